package org.icsregistry.projection.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.HOST;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.kit.access.Office;
import org.icsregistry.kit.fixture.EveryInput;
import org.icsregistry.kit.fixture.ForeignIds;
import org.icsregistry.kit.fixture.ForeignIds.Answers;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestSignIn.Who;
import org.icsregistry.projection.fixture.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What is somebody else's is to every address, of pages too, like what does not exist. */
class ForeignIdsTest {

  private static final String STRANGERS = "RW3";
  private static final String VOLUNTEER = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

  /** Numbers, days, words of lists; and what says how, not of whom. */
  private static final Set<String> HARMLESS =
      Set.of(
          "limit",
          "after",
          "before",
          "order",
          "type",
          "asOf",
          "day",
          "month",
          "year",
          "time",
          "index",
          "area",
          "session",
          "sign-in",
          "reason",
          "explanation",
          "purpose",
          "(request)",
          // Organisations, their roles and programmes are known to everybody.
          "GET /v1/capacity role",
          "GET /v1/programmes/{id} id",
          "GET /programmes/{id} id",
          "POST /my-sharing organisation",
          // Names of read models, for operators.
          "GET /v1/rebuilds/{projection} projection",
          "POST /v1/rebuilds/{projection} projection");

  private static App app;
  private static Story foreign;
  private static ForeignIds ids;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    Organisations.opportunities(app.log);
    foreign = new Story(app.log, app.keys).whole();
    long entry = app.log.size() - 1;
    app.log.append(HOST, STRANGERS, new PartnerRegistered("Strangers", IssuerCategory.NHS_TRUST));
    for (var agreement : List.of(AgreementType.DSA, AgreementType.TERMS_OF_USE)) {
      app.log.append(
          STRANGERS,
          STRANGERS,
          new AgreementSigned(agreement, "1.0", LocalDate.of(2026, 2, 2), null));
    }
    app.catchUp();
    var inputs =
        EveryInput.of(app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    ids = new ForeignIds(inputs, HARMLESS, cases(foreign.person, String.valueOf(entry)));
  }

  private static List<ForeignIds.Case> cases(String person, String entry) {
    var nobody = UUID.randomUUID().toString();
    return List.of(
        new ForeignIds.Case("GET /v1/passports/{id} id", person, nobody),
        new ForeignIds.Case("GET /v1/passports/{id}/everything id", person, nobody),
        new ForeignIds.Case("GET /v1/audit subject", person, nobody),
        new ForeignIds.Case("GET /v1/audit org", Organisations.CHRISTIE, "ZZZ"),
        new ForeignIds.Case("GET /v1/opportunities person", person, nobody),
        new ForeignIds.Case("GET /passports id", person, nobody),
        new ForeignIds.Case("GET /passports/{id} id", person, nobody),
        new ForeignIds.Case("GET /passports/{id}/look-back id", person, nobody),
        new ForeignIds.Case("GET /passports/{id}/emergency id", person, nobody),
        new ForeignIds.Case("POST /passports/{id}/emergency id", person, nobody),
        new ForeignIds.Case("GET /audit subject", person, nobody),
        new ForeignIds.Case("GET /audit org", Organisations.CHRISTIE, "ZZZ"),
        new ForeignIds.Case("GET /audit/{logIndex} logIndex", entry, "999999"),
        new ForeignIds.Case(
            "GET /opportunities/{id} id", Organisations.MANCHESTER + ".LUNCH", "R0A.NOTHING"),
        new ForeignIds.Case("POST /my-sharing/stop grant", foreign.grant(), nobody));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void everyInputOfEveryAddress_hasItsCase() {
    assertThat(ids.forgotten()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Office.class,
      names = {"PARTNER", "COORDINATOR", "ADMINISTRATOR", "VOLUNTEER", "OPERATOR"})
  void anIdOfSomebodyElse_isLikeNone_atEveryAddress(Office office) {
    var answers = ids.ask(ForeignIds.systems(asker(office)), path -> path.startsWith("/v1/"));

    for (var asked : answers) {
      isTheSame(asked);
      if (asked.foreign().status() == 200) {
        assertThat(asked.foreign().body()).contains("\"entries\":[]");
      } else {
        assertThat(asked.foreign().status()).as(asked.input()).isIn(403, 404);
      }
    }
    if (office == Office.COORDINATOR) {
      assertThat(answers.getFirst().foreign().status()).as("in good standing").isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Office.class,
      names = {"COORDINATOR", "ADMINISTRATOR", "VOLUNTEER", "OPERATOR"})
  void anIdOfSomebodyElse_isLikeNone_onEveryPage(Office office) {
    var sent = new CopyOnWriteArrayList<JsonNode>();
    app.registry.decides(command -> {
      sent.add(command);
      return app.log.size() - 1;
    });
    var visitor = new Visitor(app, who(office));

    for (var asked : ids.ask(visitor::ask, path -> !path.startsWith("/v1/"))) {
      isTheSame(asked);
      assertThat(asked.foreign().status()).as(asked.input()).isIn(200, 403, 404);
    }
    assertThat(sent)
        .as("whatever is sent is about the asker")
        .allSatisfy(
            command -> assertThat(command.at("/subject").stringValue()).isEqualTo(VOLUNTEER));
  }

  private static void isTheSame(Answers asked) {
    var told = Visitor.plain(asked.foreign().body());
    assertThat(asked.foreign().status()).as(asked.input()).isEqualTo(asked.unknown().status());
    assertThat(told)
        .as(asked.input())
        .isEqualTo(Visitor.plain(asked.unknown().body()))
        .doesNotContain("Tess", foreign.person);
  }

  /** Overseers see the whole log, which names nobody; passports they see closed or not at all. */
  @ParameterizedTest
  @EnumSource(
      value = Office.class,
      names = {"LEAD", "AUDITOR"})
  void anOverseer_readsNoNameAtAnyAddress(Office office) {
    var visitor = new Visitor(app, who(office));
    var answers =
        List.of(
            ids.ask(ForeignIds.systems(asker(office)), path -> path.startsWith("/v1/")),
            ids.ask(visitor::ask, path -> !path.startsWith("/v1/")));

    assertThat(answers)
        .allSatisfy(some ->
            assertThat(some)
                .allSatisfy(asked ->
                    assertThat(asked.foreign().body())
                        .as(asked.input())
                        .doesNotContain("Tess", "CLEAR_TO_PLACE")));
  }

  private static Web asker(Office office) {
    return office == Office.VOLUNTEER
        ? app.asVolunteer(VOLUNTEER)
        : app.as(STRANGERS, office.claim());
  }

  private static Who who(Office office) {
    return office == Office.VOLUNTEER
        ? new Who("", "volunteer", "Volunteer", VOLUNTEER)
        : new Who(STRANGERS, office.claim(), "Somebody");
  }
}
