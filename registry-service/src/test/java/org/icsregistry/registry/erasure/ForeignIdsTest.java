package org.icsregistry.registry.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.icsregistry.kit.fixture.ForeignIds;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else's person is to every address like one who does not exist. */
class ForeignIdsTest {

  private final RunningRegistry registry = RunningRegistry.shared();

  @ParameterizedTest
  @ValueSource(strings = {"partner", "coordinator", "administrator", "volunteer"})
  void anIdOfSomebodyElse_isLikeNone_atEveryAddress(String office) {
    var partner = Commands.admitted(registry);
    var person = UUID.randomUUID().toString();
    registry.accept(
        partner,
        Commands.registerVolunteer(partner, person),
        Commands.eraseVolunteer(partner, person, "[]"));
    var stranger = Commands.admitted(registry);
    var asker = Web.at(registry.uri("/").getPort()).with(registry.signIn().token(stranger, office));

    var answers = ForeignIds.ask(asker, person);

    assertThat(answers)
        .extracting(ForeignIds.Answers::address)
        .contains("/v1/erasures/{subject} subject");
    assertThat(answers)
        .allSatisfy(asked -> {
          assertThat(asked.foreign()).as(asked.address()).isEqualTo(asked.unknown());
          assertThat(asked.foreign().status()).as(asked.address()).isIn(403, 404);
        });
  }
}
