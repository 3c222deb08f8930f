package org.icsregistry.projection.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;
import static org.icsregistry.projection.fixture.Organisations.MEALTIMES;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.Reach;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.message.OpportunityTerms;
import org.icsregistry.contracts.message.RoleEvent.RoleDefined;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestSignIn.Who;
import org.icsregistry.projection.fixture.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Checks gate opportunities through the role; each partner qualifies its own people. */
class OpportunityApiTest {

  private static final String ICS_ROLE = HOST + ".MEALTIMES";
  private static final LocalDate LAST = LocalDate.of(2090, 3, 2);

  private static App app;
  private static Story story;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    story = new Story(app.log, app.keys).registered("Tess", "Example").checkedAtChristie();
    story.appliesAtManchester();
    app.log.append(
        HOST,
        ICS_ROLE,
        new RoleDefined(
            1,
            "Mealtimes across the ICS",
            EngagementMode.SHIFT,
            Organisations.mealtimes(1).requirements()));
    publish("R0A.LUNCH", MEALTIMES, terms("M13", LAST, Reach.OWN_PEOPLE, null));
    publish("R0A.SUPPER", ICS_ROLE, terms("M23", LAST, Reach.NAMED_PARTNERS, List.of(CHRISTIE)));
    publish("R0A.OVER", MEALTIMES, terms("M13", LocalDate.of(2026, 1, 1), Reach.OWN_PEOPLE, null));
    publish("R0A.FILLED", MEALTIMES, terms("M13", LAST, Reach.OWN_PEOPLE, null));
    app.log.append(MANCHESTER, "R0A.FILLED", new OpportunityClosed(OpportunityEnd.FILLED));
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void owner_seesWhatIsOpen() {
    assertThat(ids(MANCHESTER, "")).containsExactly("R0A.LUNCH", "R0A.SUPPER");
    assertThat(ids(MANCHESTER, "?area=M23")).containsExactly("R0A.SUPPER");
  }

  @Test
  void another_seesWhatIsSharedWithIt() {
    assertThat(ids(CHRISTIE, "")).containsExactly("R0A.SUPPER");
    assertThat(ids(HOST, "")).isEmpty();
  }

  @Test
  void aPerson_hasMetSoMany_andANextStep_byTheCallersOwnPolicy() {
    var atManchester = one(MANCHESTER, "?person=" + story.person + "&area=M23");
    assertThat(atManchester.at("/progress/organisation/code").stringValue()).isEqualTo(MANCHESTER);
    assertThat(atManchester.at("/progress/met").intValue()).isEqualTo(6);
    assertThat(atManchester.at("/progress/total").intValue()).isEqualTo(7);
    assertThat(atManchester.at("/progress/next/requirement").stringValue())
        .isEqualTo("LOCAL_INDUCTION");
    var atChristie = one(CHRISTIE, "?person=" + story.person);
    assertThat(atChristie.at("/progress/organisation/code").stringValue()).isEqualTo(CHRISTIE);
  }

  @Test
  void aPersonOfOthers_isNotFound_andOtherRolesSeeNothing() {
    assertThat(app.as(HOST, "partner").get("/v1/opportunities?person=" + story.person).statusCode())
        .isEqualTo(404);
    assertThat(app.as(MANCHESTER, "partner").get("/v1/opportunities?person=tess").statusCode())
        .isEqualTo(400);
    assertThat(app.as(HOST, "auditor").get("/v1/opportunities").statusCode()).isEqualTo(403);
  }

  @Test
  void theAuditTrail_showsAnOpportunity_toThoseItReaches() {
    assertThat(entries(CHRISTIE, "partner", "R0A.LUNCH")).isEmpty();
    assertThat(entries(CHRISTIE, "partner", "R0A.FILLED")).isEmpty();
    var shared = entries(CHRISTIE, "partner", "R0A.SUPPER");
    var own = entries(MANCHESTER, "partner", "R0A.LUNCH");
    assertThat(shared).hasSize(1);
    assertThat(own).hasSize(1);
    assertThat(entries(HOST, "auditor", "R0A.LUNCH")).isEqualTo(own);
    assertThat(status(CHRISTIE, shared.getFirst())).isEqualTo(200);
    assertThat(status(CHRISTIE, own.getFirst())).isEqualTo(404);
    assertThat(status(MANCHESTER, own.getFirst())).isEqualTo(200);
  }

  private static int status(String organisation, long entry) {
    var visitor = new Visitor(app, new Who(organisation, "coordinator", "Somebody"));
    return visitor.get("/audit/" + entry).statusCode();
  }

  private static List<Long> entries(String organisation, String role, String subject) {
    return Web.json(app.as(organisation, role).get("/v1/audit?subject=" + subject))
        .at("/entries")
        .valueStream()
        .map(entry -> entry.at("/logIndex").longValue())
        .toList();
  }

  private static OpportunityTerms terms(
      String area, LocalDate until, Reach reach, @Nullable List<String> sharedWith) {
    return new OpportunityTerms(
        "Ward 4",
        area,
        EngagementMode.SHIFT,
        4,
        LocalDate.of(2026, 1, 1),
        until,
        reach,
        sharedWith);
  }

  private static void publish(String id, String role, OpportunityTerms terms) {
    app.log.append(MANCHESTER, id, new OpportunityPublished("Helping at meals", role, terms));
  }

  private static JsonNode one(String organisation, String query) {
    return Web.json(app.as(organisation, "partner").get("/v1/opportunities" + query)).get(0);
  }

  private static List<String> ids(String organisation, String query) {
    return Web.json(app.as(organisation, "partner").get("/v1/opportunities" + query))
        .valueStream()
        .map(o -> o.at("/id").stringValue())
        .toList();
  }
}
