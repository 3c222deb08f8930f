package org.icsregistry.registry.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.icsregistry.kit.fixture.EveryInput;
import org.icsregistry.kit.fixture.ForeignIds;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Somebody else's person is to every address like one who does not exist. */
class ForeignIdsTest {

  private static final Set<String> HARMLESS =
      Set.of(
          "limit",
          "after",
          "before",
          "outstanding",
          "ANY /error (request)",
          // Proofs and hashes are for everybody; bundles of entries are asked for below.
          "GET /log/proof/{index} index",
          "GET /log/tile/** (request)",
          "GET /v1/schemas/{type} type",
          // Asked for below, as they stand in a body.
          "POST /v1/keys kids",
          "POST /v1/keys purpose",
          // Every type of command is sent in ForeignCommandsTest.
          "POST /v1/commands (request)");

  private final RunningRegistry registry = RunningRegistry.shared();

  @Test
  void everyInputOfEveryAddress_hasItsCase() {
    assertThat(ids("", "").forgotten()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner", "coordinator", "administrator", "volunteer"})
  void anIdOfSomebodyElse_isLikeNone_atEveryAddress(String office) {
    var person = erased();
    var asker = stranger(office);

    for (var asked : ids(person, Commands.id()).ask(ForeignIds.systems(asker), path -> true)) {
      assertThat(asked.foreign()).as(asked.input()).isEqualTo(asked.unknown());
      assertThat(asked.foreign().status()).as(asked.input()).isIn(403, 404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"partner", "coordinator", "administrator", "volunteer", "operator"})
  void keysAndEntries_areForNoStranger(String office) {
    var partner = Commands.admitted(registry);
    var person = Commands.id();
    registry.accept(partner, Commands.registerVolunteer(partner, person));
    var kid = aKeyOf(person);
    var asker = stranger(office);

    for (var body :
        List.of(
            "{\"kids\":[\"%s\"]}".formatted(kid),
            "{\"kids\":[\"%s\"],\"purpose\":\"LEGAL_HOLD\"}".formatted(kid))) {
      var answer = asker.post("/v1/keys", "application/json", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(403);
      assertThat(answer.body()).doesNotContain(kid);
    }
    assertThat(asker.get("/log/tile/entries/000.p/1").statusCode()).isEqualTo(403);
  }

  private ForeignIds ids(String person, String nobody) {
    var mapping =
        registry
            .application()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    return new ForeignIds(
        EveryInput.of(mapping),
        HARMLESS,
        List.of(new ForeignIds.Case("GET /v1/erasures/{subject} subject", person, nobody)));
  }

  private String aKeyOf(String person) {
    return registry
        .store()
        .owner()
        .sql("select kid from keys.subject_key where subject = ? limit 1")
        .param(person)
        .query(String.class)
        .single();
  }

  private String erased() {
    var partner = Commands.admitted(registry);
    var person = Commands.id();
    registry.accept(
        partner,
        Commands.registerVolunteer(partner, person),
        Commands.eraseVolunteer(partner, person, "[]"));
    return person;
  }

  private Web stranger(String office) {
    var organisation = Commands.admitted(registry);
    return Web.at(registry.uri("/").getPort()).with(registry.signIn().token(organisation, office));
  }
}
