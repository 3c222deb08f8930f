package org.icsregistry.kit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.icsregistry.client.RegistrySettings;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.contracts.sealing.Opened;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.kit.fixture.RegistryStub;
import org.icsregistry.kit.fixture.SignIn;
import org.icsregistry.kit.fixture.TestVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryKeysTest {

  private final SignIn signIn = new SignIn();
  private final TestVault vault = new TestVault();
  private final RegistryStub registry = new RegistryStub(vault);
  private final AtomicLong nanos = new AtomicLong();
  private final KeyEndpoint endpoint =
      new KeyEndpoint(
          RegistrySettings.of(
                  registry.url(), signIn.issuer(), "onboarding", "local-onboarding", "QOP")
              .withTimeout(Duration.ofSeconds(2))
              .withPatience(Duration.ofMillis(500)));
  private final RegistryKeys keys = new RegistryKeys(endpoint, nanos::get);

  @AfterEach
  void close() {
    endpoint.close();
    registry.close();
    signIn.close();
  }

  @Test
  void values_open_with_the_registrys_keys() {
    assertThat(open(sealed("p1"))).isEqualTo(new Opened.Known<>(StatusResult.CURRENT));
  }

  @Test
  void many_values_take_one_request() {
    var values = IntStream.range(0, 400).mapToObj(i -> sealed("p" + i)).toList();

    var _ = keys.prefetch(values);
    values.forEach(this::open);

    assertThat(registry.keyRequests()).isEqualTo(1);
    assertThat(signIn.tokensIssued()).isEqualTo(1);
  }

  @Test
  void what_was_fetched_together_stays_at_hand_for_whoever_asked() {
    var values = IntStream.range(0, 3).mapToObj(i -> sealed("p" + i)).toList();

    var atHand = keys.prefetch(values);
    pass(Duration.ofSeconds(61));

    assertThat(values)
        .allSatisfy(value ->
            assertThat(SealedValues.open(value, StatusResult.class, atHand))
                .isEqualTo(new Opened.Known<>(StatusResult.CURRENT)));
    assertThat(registry.keyRequests()).isEqualTo(1);
  }

  @Test
  void an_erasure_is_believed_at_the_latest_after_a_minute() {
    var value = sealed("p1");
    open(value);
    vault.erase("p1");

    assertThat(open(value)).isInstanceOf(Opened.Known.class);
    pass(Duration.ofSeconds(61));
    assertThat(open(value)).isInstanceOf(Opened.Erased.class);
  }

  @Test
  void that_a_key_is_missing_is_believed_for_seconds_only() {
    var value = sealed("p1");
    vault.erase("p1");
    assertThat(open(value)).isInstanceOf(Opened.Erased.class);
    int asked = registry.keyRequests();

    open(value);
    assertThat(registry.keyRequests()).isEqualTo(asked);
    pass(Duration.ofSeconds(6));
    open(value);
    assertThat(registry.keyRequests()).isEqualTo(asked + 1);
  }

  @Test
  void a_registry_that_is_away_never_makes_a_person_look_erased() {
    var value = sealed("p1");
    registry.goAway();

    assertThatThrownBy(() -> open(value)).isInstanceOf(KeysUnavailableException.class);
    assertThatThrownBy(() -> keys.prefetch(List.of(value)))
        .isInstanceOf(KeysUnavailableException.class);

    registry.comeBack();
    assertThat(open(value)).isInstanceOf(Opened.Known.class);
  }

  @Test
  void a_client_that_is_not_known_gets_no_keys() {
    var value = sealed("p1");
    var wrong = RegistrySettings.of(registry.url(), signIn.issuer(), "onboarding", "wrong", "QOP");
    try (var other = new KeyEndpoint(wrong)) {
      assertThatThrownBy(() ->
              SealedValues.open(value, StatusResult.class, new RegistryKeys(other, nanos::get)))
          .isInstanceOf(KeysUnavailableException.class);
    }
  }

  private Sealed<StatusResult> sealed(String subject) {
    return vault.seal(subject, Category.CHECKS, "StatusCheckNoted.result", StatusResult.CURRENT);
  }

  private Opened<StatusResult> open(Sealed<StatusResult> value) {
    return SealedValues.open(value, StatusResult.class, keys);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
