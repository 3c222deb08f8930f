package org.icsregistry.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.GUIDE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;
import static org.icsregistry.projection.fixture.Organisations.MEALTIMES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.ItemRejection;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.LookGround;
import org.icsregistry.contracts.code.LookOffice;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.RejectionReason;
import org.icsregistry.contracts.code.RestrictionGround;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.code.ViewPurpose;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRejected;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.ClearanceEvent.RecognitionDecided;
import org.icsregistry.contracts.message.ErasureEvent.ProcessingRestricted;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.message.LookEvent.DetailsViewed;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.VolunteersMerged;
import org.icsregistry.contracts.message.MergeEvent.VolunteersUnmerged;
import org.icsregistry.contracts.message.PartnerEvent.AgreementSigned;
import org.icsregistry.contracts.message.PartnerEvent.PartnerRegistered;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.contracts.message.PassportEvent.ItemAccepted;
import org.icsregistry.contracts.message.PassportEvent.ItemRejected;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportRevoked;
import org.icsregistry.contracts.message.PassportEvent.PassportShared;
import org.icsregistry.contracts.message.PassportEvent.PassportVerified;
import org.icsregistry.contracts.message.PassportEvent.PassportViewed;
import org.icsregistry.contracts.message.PersonEvent.DetailsChanged;
import org.icsregistry.contracts.message.PersonEvent.PartnerUnlinked;
import org.icsregistry.contracts.message.PlacementEvent.PlacementSuspended;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Manchester is told, by what happens and by what ties it to the person. */
class AudienceTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String OURS = "passport-of-manchester";
  private static final String THEIRS = "passport-of-the-christie";
  private static final String SHARE = "share";

  private static App app;

  /** What ties Manchester to the person. */
  enum Tie {
    NONE,
    LINKED,
    GRANTED,
    /** A grant, and its withdrawal. */
    WITHDRAWN,
    /** As before, and the relationship has ended too. */
    ENDED,
    EMERGENCY,
    /** A grant, but Manchester itself may not read. */
    SUSPENDED
  }

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
          # what happens               | NONE    | LINKED  | GRANTED | WITHDRAWN | ENDED   | EMERGENCY | SUSPENDED
          own act                      | ENTRY   | ENTRY   | ENTRY   | ENTRY     | ENTRY   | ENTRY     |
          asked for here               | ENTRY   | ENTRY   | ENTRY   | ENTRY     | ENTRY   | ENTRY     |
          recognised here              | OUTCOME | OUTCOME | SHARED  | OUTCOME   | OUTCOME | OUTCOME   |
          cleared on others'           | OUTCOME | OUTCOME | SHARED  | OUTCOME   | OUTCOME | OUTCOME   |
          cleared on own               | ENTRY   | ENTRY   | ENTRY   | ENTRY     | ENTRY   | ENTRY     |
          lapsed here                  | OUTCOME | OUTCOME | SHARED  | OUTCOME   | OUTCOME | OUTCOME   |
          seen here                    | ENTRY   | ENTRY   | ENTRY   | ENTRY     | ENTRY   | ENTRY     |
          details changed              |         | OUTCOME | SHARED  | OUTCOME   |         | OUTCOME   |
          restricted                   |         | OUTCOME | SHARED  | OUTCOME   |         | OUTCOME   |
          merged into another          |         | ENTRY   | ENTRY   | ENTRY     |         | ENTRY     |
          another merged into it       |         |         | SHARED  |           |         |           |
          unmerged from another        |         | ENTRY   | ENTRY   | ENTRY     |         | ENTRY     |
          another unmerged from it     |         |         | SHARED  |           |         |           |
          erased                       | OUTCOME | OUTCOME | SHARED  | OUTCOME   | OUTCOME | OUTCOME   | OUTCOME
          trained elsewhere            |         |         | SHARED  |           |         |           |
          cleared elsewhere            |         |         | SHARED  |           |         |           |
          refused elsewhere            |         |         |         |           |         |           |
          checked elsewhere            |         |         |         |           |         |           |
          withdrawn elsewhere          |         |         |         |           |         |           |
          carried over                 |         |         |         |           |         |           |
          rejected elsewhere           |         |         |         |           |         |           |
          asked for elsewhere          |         |         |         |           |         |           |
          declined elsewhere           |         |         |         |           |         |           |
          suspended elsewhere          |         |         |         |           |         |           |
          seen elsewhere               |         |         |         |           |         |           |
          passport looked at elsewhere |         | ENTRY   | ENTRY   | ENTRY     |         | ENTRY     |
          item accepted elsewhere      |         | ENTRY   | ENTRY   | ENTRY     |         | ENTRY     |
          item rejected elsewhere      |         | ENTRY   | ENTRY   | ENTRY     |         | ENTRY     |
          passport verified elsewhere  |         | ENTRY   | ENTRY   | ENTRY     |         | ENTRY     |
          passport shown here revoked  | ENTRY   | ENTRY   | ENTRY   | ENTRY     | ENTRY   | ENTRY     |
          """)
  void tells(
      String what,
      @Nullable Extent none,
      @Nullable Extent linked,
      @Nullable Extent granted,
      @Nullable Extent withdrawn,
      @Nullable Extent ended,
      @Nullable Extent emergency,
      @Nullable Extent suspended) {
    var expected = new HashMap<Tie, @Nullable Extent>();
    expected.put(Tie.NONE, none);
    expected.put(Tie.LINKED, linked);
    expected.put(Tie.GRANTED, granted);
    expected.put(Tie.WITHDRAWN, withdrawn);
    expected.put(Tie.ENDED, ended);
    expected.put(Tie.EMERGENCY, emergency);
    expected.put(Tie.SUSPENDED, suspended);
    var told = new HashMap<Tie, @Nullable Extent>();
    for (var tie : Tie.values()) {
      told.put(tie, told(tie, what));
    }
    assertThat(told).isEqualTo(expected);
  }

  private static @Nullable Extent told(Tie tie, String what) {
    var log = new TestLog();
    var story = new Story(log, app.keys);
    switch (tie) {
      case NONE -> {}
      case LINKED -> story.appliesToManchester();
      case GRANTED, SUSPENDED -> story.appliesToManchester().shares();
      case WITHDRAWN -> story.appliesToManchester().shares().sharesNoMore();
      case ENDED -> {
        story.appliesToManchester().shares().sharesNoMore();
        log.append(MANCHESTER, story.person, new PartnerUnlinked(MANCHESTER));
      }
      case EMERGENCY ->
          story
              .appliesToManchester()
              .emergency(Instant.now().plus(Duration.ofHours(1)), Instant.now());
    }
    passports(log, story.person);
    var happened = happened(what);
    log.append(happened.getKey(), story.person, happened.getValue());
    var state = new FeedState(Map.of(), Map.of(), Map.of());
    log.entries().forEach(state::fold);
    var concern = Concern.of(log.entries().getLast(), state.ties(story.person));
    return app.bean(Audience.class).of(concern, manchester(tie));
  }

  /** One of Manchester's that The Christie was shown, and the other way round. */
  private static void passports(TestLog log, String person) {
    for (var passport : List.of(OURS, THEIRS)) {
      var issuer = passport.equals(OURS) ? MANCHESTER : CHRISTIE;
      var receiver = passport.equals(OURS) ? CHRISTIE : MANCHESTER;
      log.append(issuer, person, new PassportIssued(passport, issuer, MARCH, MARCH, List.of()));
      log.append(
          issuer,
          person,
          new PassportShared(
              passport, SHARE, receiver, SharingPurpose.PLACEMENT, List.of(), MARCH.plusYears(1)));
    }
  }

  private static Partner manchester(Tie tie) {
    var partner =
        Partner.unknown(MANCHESTER)
            .evolve(new PartnerRegistered("Manchester", IssuerCategory.NHS_TRUST))
            .evolve(new AgreementSigned(AgreementType.DSA, "1.0", MARCH, null))
            .evolve(new AgreementSigned(AgreementType.TERMS_OF_USE, "1.0", MARCH, null));
    return tie == Tie.SUSPENDED
        ? partner.evolve(new PartnerSuspended(SuspensionReason.AGREEMENT_LAPSED))
        : partner;
  }

  /** Who records it, and what. */
  private static Map.Entry<String, Event> happened(String what) {
    var id = UUID.randomUUID().toString();
    return switch (what) {
      case "own act" ->
          Map.entry(MANCHESTER, new OfferMade(id, MANCHESTER, MEALTIMES, WaitingOn.VOLUNTEER));
      case "asked for here" ->
          Map.entry(HOST, new CheckRequested(MANCHESTER, MEALTIMES, CheckCode.DBS, null));
      case "recognised here" ->
          Map.entry(
              HOST,
              new RecognitionDecided(
                  MANCHESTER, MEALTIMES, 1, 1, "DBS", id, RecognitionDecision.REUSED, null));
      case "cleared on others'" -> Map.entry(HOST, cleared(MANCHESTER, MEALTIMES, CHRISTIE));
      case "cleared on own" -> Map.entry(HOST, cleared(MANCHESTER, MEALTIMES, MANCHESTER));
      case "cleared elsewhere" -> Map.entry(HOST, cleared(CHRISTIE, GUIDE, CHRISTIE));
      case "lapsed here" ->
          Map.entry(
              HOST, new ClearanceLapsed(MANCHESTER, MEALTIMES, LapseReason.ITEM_WITHDRAWN, id));
      case "seen here" -> Map.entry(HOST, viewed(MANCHESTER));
      case "seen elsewhere" -> Map.entry(HOST, viewed(CHRISTIE));
      case "details changed" -> Map.entry(CHRISTIE, new DetailsChanged(null, null, null));
      case "restricted" ->
          Map.entry(
              CHRISTIE,
              new ProcessingRestricted(CHRISTIE, RestrictionGround.OBJECTION_PENDING, "dpo-1"));
      case "merged into another" -> Map.entry(HOST, new VolunteersMerged(id, "another", false));
      case "another merged into it" -> Map.entry(HOST, new VolunteersMerged("another", id, true));
      case "unmerged from another" -> Map.entry(HOST, new VolunteersUnmerged(id, "another", false));
      case "another unmerged from it" ->
          Map.entry(HOST, new VolunteersUnmerged("another", id, true));
      case "erased" ->
          Map.entry(
              HOST,
              new VolunteerErased(
                  ErasureGround.REQUESTED,
                  "dpo-1",
                  List.of(Category.CONTACT),
                  List.of(),
                  List.of(CHRISTIE, MANCHESTER)));
      case "trained elsewhere" ->
          Map.entry(
              CHRISTIE,
              new TrainingRecorded(
                  id,
                  "CSTF_FIRE",
                  CHRISTIE,
                  IssuerCategory.NHS_TRUST,
                  null,
                  "eLearning for Healthcare",
                  EvidenceType.CERTIFICATE_SEEN,
                  MARCH));
      case "refused elsewhere" -> Map.entry(CHRISTIE, checked(id, CheckOutcome.NOT_PLACED));
      case "checked elsewhere" -> Map.entry(CHRISTIE, checked(id, CheckOutcome.CLEAR_TO_PLACE));
      case "withdrawn elsewhere" ->
          Map.entry(CHRISTIE, new CheckWithdrawn(id, WithdrawalReason.ISSUED_IN_ERROR));
      case "carried over" -> Map.entry(HOST, carriedOver(checked(id, CheckOutcome.NOT_PLACED)));
      case "rejected elsewhere" ->
          Map.entry(CHRISTIE, new CheckRejected(id, CHRISTIE, RejectionReason.LOCAL_POLICY));
      case "asked for elsewhere" ->
          Map.entry(HOST, new CheckRequested(CHRISTIE, GUIDE, CheckCode.DBS, null));
      case "declined elsewhere" ->
          Map.entry(
              CHRISTIE,
              new ApplicantDeclined(
                  id, CHRISTIE, GUIDE, DeclineReason.REQUIREMENTS_OPEN, WaitingOn.NOBODY));
      case "suspended elsewhere" -> Map.entry(CHRISTIE, new PlacementSuspended(id, CHRISTIE));
      case "passport looked at elsewhere" ->
          Map.entry(
              CHRISTIE, new PassportViewed(OURS, SHARE, CHRISTIE, ViewPurpose.VERIFICATION, NOON));
      case "item accepted elsewhere" ->
          Map.entry(CHRISTIE, new ItemAccepted(OURS, SHARE, CHRISTIE, id));
      case "item rejected elsewhere" ->
          Map.entry(
              CHRISTIE, new ItemRejected(OURS, SHARE, CHRISTIE, id, ItemRejection.NOT_NEEDED));
      case "passport verified elsewhere" ->
          Map.entry(CHRISTIE, new PassportVerified(OURS, SHARE, CHRISTIE, NOON, NOON, 1, 0));
      case "passport shown here revoked" ->
          Map.entry(
              CHRISTIE, new PassportRevoked(THEIRS, CHRISTIE, WithdrawalReason.ISSUED_IN_ERROR));
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static ClearedForRole cleared(String partner, String role, String issuer) {
    var evidence = new Evidence("DBS", "item-of-" + issuer, issuer, !issuer.equals(partner));
    return new ClearedForRole(partner, role, 1, 1, List.of(evidence));
  }

  private static DetailsViewed viewed(String partner) {
    var at = Instant.parse("2026-03-02T10:00:00Z");
    return new DetailsViewed(partner, "u-7", LookOffice.COORDINATOR, LookGround.GRANT, at, at);
  }

  private static CheckRecorded checked(String id, CheckOutcome outcome) {
    var finding =
        new CheckFinding(
            outcome, CheckLevel.ENHANCED, Workforce.ADULT, null, null, MARCH, true, true, null);
    return new CheckRecorded(
        id,
        CheckCode.DBS,
        CHRISTIE,
        IssuerCategory.NHS_TRUST,
        MARCH,
        app.keys.seal("somebody", Category.CHECKS, "CheckRecorded.finding", finding));
  }

  private static CheckCarriedOver carriedOver(CheckRecorded check) {
    return new CheckCarriedOver(
        "another",
        check.checkId(),
        check.check(),
        check.issuer(),
        check.issuerCategory(),
        check.completedOn(),
        check.finding(),
        null,
        null,
        List.of("RM3"));
  }
}
