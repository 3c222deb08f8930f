package org.icsregistry.bench.mix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be in the log before the first volunteer: partners, their agreements and policies,
 * one role.
 */
public final class Founding {

  /** Code of the ICS host. */
  public static final String HOST = "QOP";

  /** Four trusts; each recruits people of its own and people whom another has recruited before. */
  public static final List<String> PARTNERS = List.of("RBV", "R0A", "RM3", "RXV");

  static final String ROLE = HOST + ".WARD_HELPER";
  static final List<String> TRAININGS =
      List.of("CSTF_FIRE", "CSTF_SAFEGUARDING_ADULTS", "CSTF_IPC", "CSTF_INFO_GOV");

  private final LocalDate today;
  private final List<Envelope> commands = new ArrayList<>();

  private Founding(LocalDate today) {
    this.today = today;
  }

  /** In the order in which they are to be sent. */
  public static List<Envelope> commands(LocalDate today) {
    var founding = new Founding(today);
    founding.command(HOST, "DefineRole.v1", ROLE, role());
    PARTNERS.forEach(founding::partner);
    return List.copyOf(founding.commands);
  }

  /**
   * Every partner from now on wants a status check of another's DBS certificate: whoever is cleared
   * by what others recorded has to be looked at closely.
   */
  public static List<Envelope> newPolicies(LocalDate today) {
    var founding = new Founding(today);
    PARTNERS.forEach(code ->
        founding.command(
            code,
            "AdoptRecognitionPolicy.v1",
            code,
            """
            {"effectiveFrom":"%s","statusCheckMonths":6,"rules":[
             {"item":"*","fromCategories":["NHS_TRUST"],"requireStatusCheck":false},
             {"item":"DBS","fromCategories":["NHS_TRUST"],"requireStatusCheck":true}]}\
            """
                .formatted(today)));
    return founding.commands.stream()
        .map(c -> new Envelope(c.organisation(), "new-" + c.id(), c.type(), c.subject(), c.data()))
        .toList();
  }

  private void partner(String code) {
    command(
        HOST,
        "RegisterPartner.v1",
        code,
        "{\"name\":\"Trust %s\",\"category\":\"NHS_TRUST\"}".formatted(code));
    for (var agreement : List.of("DSA", "TERMS_OF_USE")) {
      command(
          code,
          "SignAgreement.v1",
          code,
          "{\"agreement\":\"%s\",\"version\":\"1.0\",\"signedOn\":\"%s\"}"
              .formatted(agreement, today.minusDays(100)));
    }
    command(
        code,
        "AdoptRecognitionPolicy.v1",
        code,
        """
        {"effectiveFrom":"%s","statusCheckMonths":12,"rules":[
         {"item":"*","fromCategories":["NHS_TRUST"],"requireStatusCheck":false}]}\
        """
            .formatted(today.minusDays(90)));
  }

  private void command(String organisation, String type, String subject, String data) {
    commands.add(new Envelope(organisation, "founding-" + commands.size(), type, subject, data));
  }

  private static String role() {
    var lines = new ArrayList<String>();
    lines.add(check("IDENTITY", "\"minLevel\":\"MEDIUM\","));
    lines.add(check("REFERENCES", "\"minCount\":2,"));
    lines.add(
        check(
            "DBS", "\"minLevel\":\"ENHANCED\",\"maxLevel\":\"ENHANCED\",\"workforce\":\"ADULT\","));
    lines.add(check("WORK_HEALTH", ""));
    TRAININGS.forEach(subject ->
        lines.add(
            """
            {"kind":"TRAINING","training":"%s","maxAgeMonths":36,"portable":true,"blocking":true,
             "mayStartSupervised":false,"jurisdiction":"NATIONAL"}\
            """
                .formatted(subject)));
    return "{\"title\":\"Ward helper\",\"mode\":\"REGULAR\",\"requirements\":["
        + String.join(",", lines)
        + "]}";
  }

  private static String check(String code, String own) {
    return """
    {"kind":"CHECK","check":"%s",%s"blocking":true,"mayStartSupervised":false,"jurisdiction":"NATIONAL"}\
    """
        .formatted(code, own);
  }
}
