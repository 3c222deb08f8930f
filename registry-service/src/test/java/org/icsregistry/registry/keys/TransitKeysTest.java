package org.icsregistry.registry.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.TransitServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitKeysTest {

  private static final SecretKey ONE = new SecretKeySpec(new byte[32], "AES");
  private static final SecretKey TWO = new SecretKeySpec(new byte[] {2, 2, 2, 2}, "AES");

  @TempDir private Path folder;
  private final TransitServer server = new TransitServer("s.token");

  @BeforeEach
  void token() throws IOException {
    Files.writeString(folder.resolve("token"), "s.token\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void keys_areWrappedAndUnwrappedInOneRequestEach_boundToTheirIds() {
    var keys = keys();
    int before = server.requests();
    var wrapped = keys.wrap(Map.of("one", ONE, "two", TWO));
    assertThat(keys.unwrap(wrapped))
        .containsExactlyInAnyOrderEntriesOf(Map.of("one", ONE, "two", TWO));
    assertThat(server.requests() - before).isEqualTo(2);
    assertThat(wrapped).allMatch(w -> w.kek().equals("transit:registry:v1"));
    var one = wrapped.getFirst();
    assertThatThrownBy(() -> keys.unwrap(List.of(new Wrapped("three", one.kek(), one.bytes()))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("decrypt");
  }

  @Test
  void aRotatedKey_isANewEpoch_andTheOldVersionOpensUntilItIsRemoved() {
    var wrapped = keys().wrap(Map.of("one", ONE));
    server.rotate();
    var keys = keys();
    assertThat(keys.current()).isEqualTo("transit:registry:v2");
    assertThat(keys.wrap(Map.of("two", TWO)).getFirst().kek()).isEqualTo(keys.current());
    assertThat(keys.unwrap(wrapped)).containsEntry("one", ONE);
    server.remove(1);
    assertThatThrownBy(() -> keys.unwrap(wrapped)).hasMessageContaining("version");
  }

  @Test
  void aWrongToken_orNoAnswer_isToldAsUnavailable() throws IOException {
    var keys = keys();
    Files.writeString(folder.resolve("token"), "stolen");
    assertThatThrownBy(() -> keys.wrap(Map.of("one", ONE)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("UNAVAILABLE");
    server.close();
    assertThatThrownBy(() -> keys.wrap(Map.of("one", ONE))).isInstanceOf(Refusal.class);
  }

  @Test
  void aRegistryMovesFromAFileToTheService_andClientsAreToldToComeAgainWhileItIsAway() {
    try (var registry = RunningRegistry.start()) {
      var partner = Commands.admitted(registry);
      var person = Commands.id();
      registry.accept(partner, Commands.registerVolunteer(partner, person));
      try (var moved =
          registry.another(
              "registry.keys.transit.url=" + server.uri(),
              "registry.keys.transit.token-file=" + folder.resolve("token"))) {
        var epochs = new HashMap<String, Long>();
        await()
            .untilAsserted(() -> {
              epochs.clear();
              moved.bean(KeyTable.class).epochs().forEach(e -> epochs.put(e.kek(), e.keys()));
              assertThat(epochs).containsOnlyKeys("transit:registry:v1");
            });
        moved.accept(partner, Commands.recordCheck(partner, person, Commands.id()));

        server.close();

        assertThat(moved.send(partner, Commands.registerVolunteer(partner, Commands.id())).code())
            .isEqualTo("UNAVAILABLE");
      }
    }
  }

  private TransitKeys keys() {
    return new TransitKeys(
        new TransitKeys.Settings(
            URI.create(server.uri()),
            "transit",
            "registry",
            folder.resolve("token"),
            Duration.ofSeconds(5)),
        Clock.systemUTC());
  }
}
