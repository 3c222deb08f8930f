package org.icsregistry.contracts.passport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.SharingPurpose;
import org.junit.jupiter.api.Test;

/** What decides who sees somebody without their passport. */
class TieTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  @Test
  void ties_areOnePerOrganisation_inOrder() {
    var until = Instant.parse("2026-05-01T10:00:00.123456789Z");
    var relations =
        new Relations(
            Map.of("RBV", MAY),
            grants(new Grant("a", "R0A", SharingPurpose.PLACEMENT, MAY, MAY, false)),
            Map.of("RW3", new Emergency(EmergencyReason.IMMINENT_RISK, until, until)));

    assertThat(Tie.of("somebody", relations))
        .containsExactly(
            new Tie("somebody", "R0A", false, "{[2026-05-01,2026-05-02)}", null),
            new Tie("somebody", "RBV", true, "{}", null),
            new Tie("somebody", "RW3", false, "{}", Instant.parse("2026-05-01T10:00:00.123456Z")));
  }

  @Test
  void granted_joinsWhatOverlapsOrTouches_andNothingElse() {
    assertThat(granted(days(20, 29), days(0, 9), days(3, 5), days(10, 12), days(14, 15)))
        .isEqualTo("{[2026-05-01,2026-05-14),[2026-05-15,2026-05-17),[2026-05-21,2026-05-31)}");
  }

  @Test
  void granted_hasNoDay_ofAPermissionThatWasWithdrawn_orEndsBeforeItBegins() {
    assertThat(granted(days(0, 9).ended(), days(9, 8))).isEqualTo("{}");
    assertThat(granted(days(0, 9).ended(), days(4, 4))).isEqualTo("{[2026-05-05,2026-05-06)}");
  }

  private static Grant days(int from, int until) {
    return new Grant(
        from + "-" + until,
        "R0A",
        SharingPurpose.PLACEMENT,
        MAY.plusDays(from),
        MAY.plusDays(until),
        false);
  }

  private static String granted(Grant... grants) {
    var ties = Tie.of("somebody", new Relations(Map.of(), grants(grants), Map.of()));
    return ties.getFirst().granted();
  }

  private static Map<String, Grant> grants(Grant... grants) {
    var found = new LinkedHashMap<String, Grant>();
    List.of(grants).forEach(grant -> found.put(grant.grantId(), grant));
    return found;
  }
}
