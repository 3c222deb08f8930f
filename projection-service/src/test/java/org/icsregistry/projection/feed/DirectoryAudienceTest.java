package org.icsregistry.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.GUIDE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.Reach;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityAmended;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.message.OpportunityTerms;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.TestLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Manchester is told of organisations and what they offer, by its own standing. */
class DirectoryAudienceTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
  private static final String ELSEWHERE = CHRISTIE + ".LUNCH";
  private static final String HERE = MANCHESTER + ".LUNCH";

  private static App app;

  @BeforeAll
  static void start() {
    app = App.still();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what happens              | good    | suspended | unsigned
          it signs an agreement       | ENTRY   | ENTRY     | ENTRY
          it is suspended             | ENTRY   | ENTRY     | ENTRY
          another is suspended        | ENTRY   |           |
          a role                      | ENTRY   |           |
          own opportunity             | ENTRY   |           |
          for people elsewhere        |         |           |
          for others by name          |         |           |
          for it by name              | ENTRY   |           |
          for every partner           | ENTRY   |           |
          amended so that it reaches  | ENTRY   |           |
          amended so that it does not | OUTCOME |           |
          amended where it did not    |         |           |
          closed where it reached     | ENTRY   |           |
          closed where it did not     |         |           |
          """)
  void tells(
      String what, @Nullable Extent good, @Nullable Extent suspended, @Nullable Extent unsigned) {
    var registered =
        Partner.unknown(MANCHESTER)
            .evolve(new PartnerRegistered("Manchester", IssuerCategory.NHS_TRUST));
    var signed =
        registered
            .evolve(new AgreementSigned(AgreementType.DSA, "1.0", MARCH, null))
            .evolve(new AgreementSigned(AgreementType.TERMS_OF_USE, "1.0", MARCH, null));
    var log = new TestLog();
    happens(what, log);

    assertThat(told(log, signed)).isEqualTo(good);
    assertThat(told(log, signed.evolve(suspension()))).isEqualTo(suspended);
    assertThat(told(log, registered)).isEqualTo(unsigned);
  }

  private static @Nullable Extent told(TestLog log, Partner manchester) {
    var state = new FeedState(Map.of(), Map.of(), Map.of());
    var entry = log.entries().getLast();
    log.entries().stream().limit(log.size() - 1).forEach(state::fold);
    var before = state.opportunity(entry.subject());
    state.fold(entry);
    var now = state.opportunity(entry.subject());
    return app.bean(Audience.class).ofDirectory(entry, manchester, before, now);
  }

  private static void happens(String what, TestLog log) {
    switch (what) {
      case "it signs an agreement" ->
          log.append(
              MANCHESTER,
              MANCHESTER,
              new AgreementSigned(AgreementType.TERMS_OF_USE, "1.0", MARCH, null));
      case "it is suspended" -> log.append(HOST, MANCHESTER, suspension());
      case "another is suspended" -> log.append(HOST, CHRISTIE, suspension());
      case "a role" -> log.append(CHRISTIE, GUIDE, Organisations.mealtimes(1));
      case "own opportunity" -> log.append(MANCHESTER, HERE, published(terms(Reach.OWN_PEOPLE)));
      case "for people elsewhere" -> publish(log, terms(Reach.OWN_PEOPLE));
      case "for others by name" -> publish(log, terms(Reach.NAMED_PARTNERS, "RM3"));
      case "for it by name" -> publish(log, terms(Reach.NAMED_PARTNERS, "RM3", MANCHESTER));
      case "for every partner" -> publish(log, terms(Reach.EVERY_PARTNER));
      case "amended so that it reaches" -> {
        publish(log, terms(Reach.OWN_PEOPLE));
        log.append(CHRISTIE, ELSEWHERE, new OpportunityAmended(terms(Reach.EVERY_PARTNER)));
      }
      case "amended so that it does not" -> {
        publish(log, terms(Reach.EVERY_PARTNER));
        log.append(CHRISTIE, ELSEWHERE, new OpportunityAmended(terms(Reach.OWN_PEOPLE)));
      }
      case "amended where it did not" -> {
        publish(log, terms(Reach.OWN_PEOPLE));
        log.append(CHRISTIE, ELSEWHERE, new OpportunityAmended(terms(Reach.NAMED_PARTNERS, "RM3")));
      }
      case "closed where it reached" -> {
        publish(log, terms(Reach.EVERY_PARTNER));
        log.append(CHRISTIE, ELSEWHERE, new OpportunityClosed(OpportunityEnd.FILLED));
      }
      case "closed where it did not" -> {
        publish(log, terms(Reach.OWN_PEOPLE));
        log.append(CHRISTIE, ELSEWHERE, new OpportunityClosed(OpportunityEnd.FILLED));
      }
      default -> throw new IllegalArgumentException(what);
    }
  }

  private static PartnerSuspended suspension() {
    return new PartnerSuspended(SuspensionReason.AGREEMENT_LAPSED);
  }

  private static void publish(TestLog log, OpportunityTerms terms) {
    log.append(CHRISTIE, ELSEWHERE, published(terms));
  }

  private static OpportunityPublished published(OpportunityTerms terms) {
    return new OpportunityPublished("Lunch on the wards", HOST + ".MEALTIMES", terms);
  }

  private static OpportunityTerms terms(Reach reach, String... sharedWith) {
    return new OpportunityTerms(
        "Ward 4",
        "M20",
        EngagementMode.SHIFT,
        4,
        MARCH,
        MARCH.plusYears(1),
        reach,
        sharedWith.length == 0 ? null : List.of(sharedWith));
  }
}
