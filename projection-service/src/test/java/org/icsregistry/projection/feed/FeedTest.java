package org.icsregistry.projection.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;
import static org.icsregistry.projection.fixture.Organisations.MEALTIMES;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.ErasureGround;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.Reach;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityAmended;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.message.OpportunityTerms;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.kit.log.LogFollowers;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.FeedTopics;
import org.icsregistry.projection.fixture.FeedTopics.News;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.fixture.TestLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The feeds as partners read them, while the service follows the log. */
class FeedTest {

  private static final String GIVEN = "Quintessa";
  private static final String FAMILY = "Wintergreen";

  private static FeedTopics feeds;
  private static App app;

  @BeforeAll
  static void start() {
    feeds = new FeedTopics(HOST, CHRISTIE, MANCHESTER);
    app = App.feeding(feeds);
    Organisations.register(app.log);
    written();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void anEntryIsToldByteForByte_andWhatNamesOthersAsAnOutcomeWithoutThem() {
    var story = new Story(app.log, app.keys).registered(GIVEN, FAMILY).checkedAtChristie();
    story.appliesAtManchester().clearedAndPlaced().referencesWithdrawn();
    written();

    var told = about(story, MANCHESTER);
    assertThat(told)
        .extracting(News::type)
        .contains("PartnerLinked.v1", "OfferMade.v1", "ClearedForRole.v1", "PlacementStarted.v1")
        .doesNotContain("CheckRecorded.v1", "TrainingRecorded.v1", "CheckWithdrawn.v1");
    assertThat(told)
        .filteredOn(news -> !news.extent().equals("outcome"))
        .isNotEmpty()
        .allSatisfy(news -> assertThat(news.value()).isEqualTo(entry(news.index())));
    assertThat(told)
        .filteredOn(news -> news.extent().equals("outcome"))
        .extracting(News::type)
        .contains("RecognitionDecided.v1", "ClearanceLapsed.v1");
    assertThat(told)
        .filteredOn(news -> news.extent().equals("outcome"))
        .allSatisfy(news ->
            assertThat(news.value())
                .contains("\"source\":\"urn:ics-registry:feed\"")
                .doesNotContain(
                    CHRISTIE, "itemId", "causationid", story.item("REFERENCES"), "command-"));
    assertThat(told).allSatisfy(news -> assertThat(news.key()).isEqualTo(story.person));
  }

  @Test
  void detailsAreToldWhileThePersonSharesThem_fromThatEntryOn_andSomebodyIsNotedToHaveLooked() {
    var story = new Story(app.log, app.keys).registered(GIVEN, FAMILY).appliesToManchester();
    var before = trainedAtChristie(story);
    story.shares();
    var during = trainedAtChristie(story);
    written();
    story.sharesNoMore();
    var after = trainedAtChristie(story);
    written();

    assertThat(about(story, MANCHESTER))
        .filteredOn(news -> news.type().equals("TrainingRecorded.v1"))
        .extracting(News::index)
        .containsExactly(during.logIndex())
        .doesNotContain(before.logIndex(), after.logIndex());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            app.registry.looks().stream()
                .filter(look -> look.required("subject").stringValue().equals(story.person))
                .map(look -> look.required("data").required("viewer").stringValue())
                .toList()
                .equals(List.of("feed")));
  }

  @Test
  void whatWasRecordedUnderAGrant_isNotTold_onceTheGrantIsWithdrawn() {
    var story = new Story(app.log, app.keys).registered(GIVEN, FAMILY).appliesToManchester();
    story.shares();
    trainedAtChristie(story);
    story.sharesNoMore();
    written(); // both at once: the feed is late

    assertThat(about(story, MANCHESTER))
        .extracting(News::type)
        .contains("SharingWithdrawn.v1")
        .doesNotContain("TrainingRecorded.v1");
  }

  @Test
  void whoeverSawAPerson_isToldOfTheErasure_andNotWhoElseDid() {
    var story = new Story(app.log, app.keys).registered(GIVEN, FAMILY).appliesToManchester();
    app.log.append(
        HOST,
        story.person,
        new VolunteerErased(
            ErasureGround.REQUESTED,
            "dpo-1",
            List.of(Category.CONTACT),
            List.of(),
            List.of(CHRISTIE, MANCHESTER)));
    written();

    for (var partner : List.of(CHRISTIE, MANCHESTER)) {
      var last = about(story, partner).getLast();
      assertThat(last.type()).isEqualTo("VolunteerErased.v1");
      assertThat(last.value()).contains("CONTACT").doesNotContain(CHRISTIE, MANCHESTER, "dpo-1");
    }
  }

  @Test
  void noFeedHoldsAName_andWhatIsSealedStaysSealed() {
    new Story(app.log, app.keys).registered(GIVEN, FAMILY).whole();
    written();
    for (var partner : Set.of(HOST, CHRISTIE, MANCHESTER)) {
      assertThat(feeds.of(partner))
          .allSatisfy(
              news -> assertThat(news.value()).doesNotContain(GIVEN, FAMILY, "tess@example.org"));
    }
  }

  @Test
  void organisationsAndRolesAreToldToWhoeverHasSigned_inTheOrderOfTheLog() {
    var directory =
        app.log.entries().stream()
            .filter(entry -> !Concern.isAboutPerson(entry.data()))
            .map(RecordedEvent::logIndex)
            .toList();
    for (var partner : List.of(HOST, CHRISTIE, MANCHESTER)) {
      long signed = signed(partner);
      assertThat(feeds.of(partner))
          .filteredOn(news -> news.index() < signed)
          .extracting(News::key)
          .containsOnly(partner);
      assertThat(feeds.of(partner))
          .extracting(News::index)
          .isSorted()
          .doesNotHaveDuplicates()
          .containsAll(directory.stream().filter(index -> index >= signed).toList());
    }
  }

  /** Index of the last agreement that the partner signed. */
  private static long signed(String partner) {
    return feeds.of(partner).stream()
        .filter(news -> news.key().equals(partner) && news.type().equals("AgreementSigned.v1"))
        .mapToLong(News::index)
        .max()
        .orElseThrow();
  }

  @Test
  void opportunitiesKeptByWhatAFeedTells_areThoseOfTheList_whateverTheirOwnersAmend() {
    var random = new Random(41);
    for (int i = 0; i < 30; i++) {
      var owner = random.nextBoolean() ? CHRISTIE : MANCHESTER;
      var id = owner + ".KEPT_" + i;
      app.log.append(owner, id, new OpportunityPublished("Lunch", MEALTIMES, terms(random)));
      for (int amended = random.nextInt(4); amended > 0; amended--) {
        app.log.append(owner, id, new OpportunityAmended(terms(random)));
      }
      if (random.nextInt(3) == 0) {
        app.log.append(owner, id, new OpportunityClosed(OpportunityEnd.FILLED));
      }
    }
    written();

    for (var partner : List.of(HOST, CHRISTIE, MANCHESTER)) {
      assertThat(keptByItsFeed(partner)).isNotEmpty().isEqualTo(listed(partner));
      assertThat(feeds.of(partner))
          .filteredOn(FeedTest::saysItReachesNoMore)
          .isNotEmpty()
          .allSatisfy(news -> assertThat(news.value()).contains("\"data\":{}"));
    }
  }

  private static OpportunityTerms terms(Random random) {
    var reach = any(random, List.of(Reach.OWN_PEOPLE, Reach.NAMED_PARTNERS, Reach.EVERY_PARTNER));
    var named = List.of(any(random, List.of(HOST, CHRISTIE, MANCHESTER)));
    var day = LocalDate.of(2026, 3, 2);
    return new OpportunityTerms(
        "Ward 4",
        "M13",
        EngagementMode.SHIFT,
        4,
        day,
        day.plusYears(100),
        reach,
        reach == Reach.NAMED_PARTNERS ? named : null);
  }

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** As the partner guide says. */
  private static Set<String> keptByItsFeed(String partner) {
    var kept = new TreeSet<String>();
    for (var news : feeds.of(partner)) {
      if (news.type().equals("OpportunityClosed.v1") || saysItReachesNoMore(news)) {
        kept.remove(news.key());
      } else if (news.type().startsWith("Opportunity")) {
        kept.add(news.key());
      }
    }
    return kept;
  }

  private static boolean saysItReachesNoMore(News news) {
    return news.type().equals("OpportunityAmended.v1") && news.extent().equals("outcome");
  }

  private static Set<String> listed(String partner) {
    var list = app.as(partner, "partner").get("/v1/opportunities").body();
    return Json.MAPPER.readTree(list).findValuesAsString("id").stream()
        .filter(id -> id.contains(".KEPT_"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aRebuild_tellsNothingAgain() {
    var before = feeds.of(CHRISTIE);
    app.as(HOST, "operator").post("/v1/rebuilds/passport", "application/json", "");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> app.as(HOST, "operator").get("/v1/rebuilds/passport").body(),
            body -> body.contains("\"DONE\""));
    assertThat(feeds.of(CHRISTIE)).startsWith(before.toArray(News[]::new));
    assertThat(feeds.of(CHRISTIE)).extracting(News::index).doesNotHaveDuplicates();
  }

  @Test
  void itsDistanceToTheLog_isMeasuredLikeThatOfOtherReaders() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> app.bean(LogFollowers.class).recordsBehind(FeedTurn.NAME) == 0);
  }

  private static RecordedEvent trainedAtChristie(Story story) {
    return app.log.append(
        CHRISTIE,
        story.person,
        new TrainingRecorded(
            UUID.randomUUID().toString(),
            "CSTF_FIRE",
            CHRISTIE,
            IssuerCategory.NHS_TRUST,
            null,
            "eLearning for Healthcare",
            EvidenceType.CERTIFICATE_SEEN,
            LocalDate.of(2026, 3, 2)));
  }

  private static List<News> about(Story story, String partner) {
    return feeds.of(partner).stream()
        .filter(news -> news.key().equals(story.person))
        .collect(Collectors.toList());
  }

  private static String entry(long index) {
    return new String(TestLog.record(app.log.entries().get((int) index)).event(), UTF_8);
  }

  /** Publishes, and waits until the feeds hold everything. */
  private static void written() {
    app.catchUp();
    await().atMost(Duration.ofSeconds(60)).until(() -> toldUpTo() == app.log.size());
  }

  private static long toldUpTo() {
    var follower = app.bean(LogFollowers.class).all().get(FeedTurn.NAME);
    return follower == null ? 0 : follower.status().nextIndex();
  }
}
