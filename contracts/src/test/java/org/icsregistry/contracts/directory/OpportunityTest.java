package org.icsregistry.contracts.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.Reach;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityAmended;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.message.OpportunityTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may come to an opportunity, and until when. */
class OpportunityTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

  private final Opportunity published =
      Opportunity.unknown("RBV.WARD_4")
          .evolve(
              new OpportunityPublished(
                  "Ward 4", "QOP.WARD_HELPER", terms(Reach.NAMED_PARTNERS, List.of("RM3"))));

  @Test
  void reaches_theOwnerAndThePartnersNamed() {
    assertThat(published.reaches("RBV")).isTrue();
    assertThat(published.reaches("RM3")).isTrue();
    assertThat(published.reaches("R0A")).isFalse();
  }

  @Test
  void reaches_follow_theTermsInForce() {
    var own = published.evolve(new OpportunityAmended(terms(Reach.OWN_PEOPLE, null)));
    assertThat(own.reaches("RM3")).isFalse();
    var every = own.evolve(new OpportunityAmended(terms(Reach.EVERY_PARTNER, null)));
    assertThat(every.reaches("R0A")).isTrue();
  }

  @Test
  void isOpen_untilItsLastDay_andUntilItIsClosed() {
    assertThat(Opportunity.unknown("RBV.WARD_4").openOn(MARCH)).isFalse();
    assertThat(published.openOn(MARCH.plusDays(30))).isTrue();
    assertThat(published.openOn(MARCH.plusDays(31))).isFalse();
    var closed = published.evolve(new OpportunityClosed(OpportunityEnd.FILLED));
    assertThat(closed.openOn(MARCH)).isFalse();
    assertThat(closed.offer()).isEqualTo(published.offer());
  }

  private static OpportunityTerms terms(Reach reach, @Nullable List<String> sharedWith) {
    return new OpportunityTerms(
        "Wythenshawe",
        "M23",
        EngagementMode.SHIFT,
        4,
        MARCH,
        MARCH.plusDays(30),
        reach,
        sharedWith);
  }
}
