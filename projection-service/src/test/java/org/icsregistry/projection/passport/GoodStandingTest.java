package org.icsregistry.projection.passport;

import static org.assertj.core.api.Assertions.assertThat;

import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may not act for now may not read either. */
class GoodStandingTest {

  private static App app;
  private static String person;

  @BeforeAll
  static void start() {
    app = App.withPartners();
    person = new Story(app.log, app.keys).whole().person;
    app.log.append(
        Organisations.HOST,
        Organisations.CHRISTIE,
        new PartnerSuspended(SuspensionReason.SECURITY_INCIDENT));
    app.log.append(
        Organisations.HOST, "RW3", new PartnerRegistered("A trust", IssuerCategory.NHS_TRUST));
    app.catchUp();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void read_isRefused_whileThePartnerIsSuspended() {
    assertThat(code(Organisations.CHRISTIE)).isEqualTo("PARTNER_SUSPENDED");
  }

  @Test
  void read_isRefused_untilTheAgreementsAreSigned() {
    assertThat(code("RW3")).isEqualTo("AGREEMENTS_NOT_SIGNED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/figures",
        "/v1/upkeep",
        "/v1/programmes",
        "/v1/programmes/QOP.PROGRAMME.NONE",
        "/v1/surges",
        "/v1/capacity?role=QOP.GUIDE",
        "/v1/readiness",
        "/v1/relationships",
        "/v1/opportunities"
      })
  void whatEverybodySeesAlike_isRefusedAsWell(String path) {
    var suspended = app.as(Organisations.CHRISTIE, "partner").get(path);
    assertThat(suspended.statusCode()).isEqualTo(403);
    assertThat(Web.json(suspended).at("/code").stringValue()).isEqualTo("PARTNER_SUSPENDED");
    var unsigned = app.as("RW3", "coordinator").get(path);
    assertThat(Web.json(unsigned).at("/code").stringValue()).isEqualTo("AGREEMENTS_NOT_SIGNED");
  }

  @Test
  void read_goesOn_forTheOthers() {
    var answer = app.as(Organisations.MANCHESTER, "coordinator").get("/v1/passports/" + person);

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static String code(String organisation) {
    var answer = app.as(organisation, "partner").get("/v1/passports/" + person);
    assertThat(answer.statusCode()).isEqualTo(403);
    return Web.json(answer).at("/code").stringValue();
  }
}
