package org.icsregistry.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.icsregistry.projection.fixture.Organisations.CHRISTIE;
import static org.icsregistry.projection.fixture.Organisations.GUIDE;
import static org.icsregistry.projection.fixture.Organisations.HOST;
import static org.icsregistry.projection.fixture.Organisations.MANCHESTER;
import static org.icsregistry.projection.fixture.Organisations.MEALTIMES;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.OpportunityEnd;
import org.icsregistry.contracts.code.Reach;
import org.icsregistry.contracts.code.SuspensionReason;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityClosed;
import org.icsregistry.contracts.message.OpportunityEvent.OpportunityPublished;
import org.icsregistry.contracts.message.OpportunityTerms;
import org.icsregistry.contracts.message.PartnerEvent.PartnerSuspended;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.projection.fixture.App;
import org.icsregistry.projection.fixture.EverySort;
import org.icsregistry.projection.fixture.FeedTopics;
import org.icsregistry.projection.fixture.FeedTopics.News;
import org.icsregistry.projection.fixture.Organisations;
import org.icsregistry.projection.fixture.Story;
import org.icsregistry.projection.look.Looks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each entry is told once and in order, whatever ends the writer between two steps. */
class FeedWriterTest {

  private static final List<String> PARTNERS = List.of(HOST, CHRISTIE, MANCHESTER);

  private App app;
  private FeedTopics topics;
  private List<LogRecord> log;

  @BeforeEach
  void start() {
    app = App.still();
    topics = topics();
    log = story(app);
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private static List<LogRecord> story(App app) {
    var log = app.log;
    Organisations.register(log);
    for (int i = 0; i < 10; i++) {
      new Story(log, app.keys).whole();
    }
    return log.records();
  }

  private static FeedTopics topics() {
    return new FeedTopics(HOST, CHRISTIE, MANCHESTER);
  }

  @Test
  void whateverIsCutOff_nothingIsMissing_nothingTwice_andAllInOrder() {
    var random = new Random(23);
    var writer = writer(topics);
    int next = 0;
    while (next < log.size()) {
      int to = Math.min(log.size(), next + 1 + random.nextInt(20));
      switch (random.nextInt(4)) {
        case 0 -> handleAndLose(writer, next, to); // the database goes away at its commit
        case 1 -> {
          handleAndLose(writer, next, to); // the process dies there
          writer = writer(topics);
        }
        case 2 -> {
          leaveOpen(log.get(next)); // it died before, with a transaction open
          writer = writer(topics);
        }
        default -> {
          handle(writer, next, to);
          next = to;
        }
      }
    }
    writer.close();

    for (var partner : PARTNERS) {
      var told = topics.of(partner);
      assertThat(told).extracting(News::index).isSorted().doesNotHaveDuplicates();
      assertThat(told).isEqualTo(undisturbed().of(partner));
    }
  }

  @Test
  void aWriterThatWasReplaced_isKeptOut() {
    var before = writer(topics);
    handle(before, 0, 5);
    var after = writer(topics);
    handle(after, 5, 10);

    assertThatThrownBy(() -> handle(before, 10, 15)).isInstanceOf(KafkaException.class);
    handle(after, 10, 15);
    after.close();
    assertThat(topics.of(CHRISTIE)).extracting(News::index).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aDatabaseThatIsFilledAgain_tellsNothingAgain() {
    var writer = writer(topics);
    handle(writer, 0, log.size());
    writer.close();
    var told = topics.of(MANCHESTER);

    try (var other = App.still()) {
      var anew = writer(other, topics);
      inTransaction(other, () -> anew.handle(log));
      anew.close();
    }
    assertThat(topics.of(MANCHESTER)).isEqualTo(told);
  }

  @Test
  void ofEverySortOfEvent_aFeedIsToldWithoutFault() {
    var all = EverySort.log(app.keys).records();
    var writer = writer(topics);
    inTransaction(app, () -> writer.handle(all));
    writer.close();
    assertThat(topics.of(CHRISTIE)).isNotEmpty();
  }

  @Test
  void whoeverIsSuspended_isToldOfThat_andOfNothingElse_alsoWhereTheFeedIsLate() {
    app.log.append(HOST, MANCHESTER, new PartnerSuspended(SuspensionReason.SECURITY_INCIDENT));
    app.log.append(CHRISTIE, GUIDE, Organisations.mealtimes(2));
    var writer = writer(topics);
    inTransaction(app, () -> writer.handle(app.log.records()));
    writer.close();

    assertThat(topics.of(MANCHESTER)).extracting(News::key).containsOnly(MANCHESTER);
    assertThat(topics.of(MANCHESTER).getLast().type()).isEqualTo("PartnerSuspended.v1");
    assertThat(topics.of(HOST).getLast().key()).isEqualTo(GUIDE);
  }

  @Test
  void thatAnOpportunityIsClosed_isToldToThoseItReached_alsoByAnotherWriter() {
    publish("R0A.LUNCH", Reach.OWN_PEOPLE, null);
    publish("R0A.SUPPER", Reach.NAMED_PARTNERS, List.of(CHRISTIE));
    int open = app.log.entries().size();
    app.log.append(MANCHESTER, "R0A.LUNCH", new OpportunityClosed(OpportunityEnd.FILLED));
    app.log.append(MANCHESTER, "R0A.SUPPER", new OpportunityClosed(OpportunityEnd.FILLED));
    log = app.log.records();
    var before = writer(topics);
    handle(before, 0, open);
    before.close();
    var after = writer(topics);
    handle(after, open, log.size());
    after.close();

    assertThat(opportunities(MANCHESTER))
        .containsExactly("R0A.LUNCH", "R0A.SUPPER", "R0A.LUNCH", "R0A.SUPPER");
    assertThat(opportunities(CHRISTIE)).containsExactly("R0A.SUPPER", "R0A.SUPPER");
    assertThat(opportunities(HOST)).isEmpty();
  }

  @Test
  void aFeedThatIsMissing_isNamedAfterOneWait_andAllAreToldOnceItIsMade() {
    var incomplete = new FeedTopics(HOST, CHRISTIE);
    var writer = writer(incomplete);
    long begin = System.nanoTime();

    assertThatThrownBy(() -> handle(writer, 0, log.size()))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining(incomplete.prefix() + MANCHESTER);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(29));
    assertThat(incomplete.of(CHRISTIE)).isEmpty();

    incomplete.make(MANCHESTER);
    follow(writer, 0, log.size());
    writer.close();
    var undisturbed = undisturbed();
    for (var partner : PARTNERS) {
      assertThat(incomplete.of(partner)).isEqualTo(undisturbed.of(partner));
    }
  }

  @Test
  void aFeedThatIsDeleted_isWaitedForUntilItIsMadeAgain_andNothingIsToldTwice() {
    int half = log.size() / 2;
    var writer = writer(topics);
    handle(writer, 0, half);
    topics.delete(MANCHESTER);
    var rest = CompletableFuture.runAsync(() -> follow(writer, half, log.size()));
    await().during(Duration.ofSeconds(2)).until(() -> !rest.isDone());
    topics.make(MANCHESTER);
    rest.join();
    writer.close();

    var undisturbed = undisturbed();
    for (var partner : List.of(HOST, CHRISTIE)) {
      assertThat(topics.of(partner)).isEqualTo(undisturbed.of(partner));
    }
    assertThat(topics.of(MANCHESTER))
        .isNotEmpty()
        .isEqualTo(
            undisturbed.of(MANCHESTER).stream().filter(news -> news.index() >= half).toList());
  }

  private void publish(String id, Reach reach, @Nullable List<String> sharedWith) {
    var day = LocalDate.of(2026, 3, 2);
    var terms =
        new OpportunityTerms(
            "Ward 4", "M13", EngagementMode.SHIFT, 4, day, day.plusYears(1), reach, sharedWith);
    app.log.append(MANCHESTER, id, new OpportunityPublished("Helping at meals", MEALTIMES, terms));
  }

  private List<String> opportunities(String reader) {
    return topics.of(reader).stream()
        .filter(news -> news.type().startsWith("Opportunity"))
        .map(News::key)
        .toList();
  }

  private FeedTopics undisturbed() {
    var undisturbed = topics();
    try (var other = App.still()) {
      var writer = writer(other, undisturbed);
      inTransaction(other, () -> writer.handle(log));
      writer.close();
    }
    return undisturbed;
  }

  private void handle(FeedWriter writer, int from, int to) {
    inTransaction(app, () -> writer.handle(log.subList(from, to)));
  }

  /** Tries until it goes well, as whoever follows the log does. */
  private void follow(FeedWriter writer, int from, int to) {
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptionsInstanceOf(KafkaException.class)
        .untilAsserted(() -> handle(writer, from, to));
  }

  private void handleAndLose(FeedWriter writer, int from, int to) {
    app.bean(TransactionTemplate.class)
        .executeWithoutResult(status -> {
          writer.handle(log.subList(from, to));
          status.setRollbackOnly();
        });
  }

  private void leaveOpen(LogRecord record) {
    var settings = app.bean(KafkaProperties.class).buildProducerProperties();
    settings.put("transactional.id", topics.places());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var _ =
          producer.send(
              new ProducerRecord<>(topics.prefix() + CHRISTIE, record.key(), record.event()));
      producer.flush();
    }
  }

  private FeedWriter writer(FeedTopics to) {
    return writer(app, to);
  }

  private static FeedWriter writer(App app, FeedTopics to) {
    return new FeedWriter(
        app.bean(KafkaProperties.class),
        settings(to),
        app.bean(FeedStates.class),
        app.bean(Ends.class),
        app.bean(Audience.class),
        app.bean(Looks.class),
        app.bean(PlatformTransactionManager.class));
  }

  private static FeedSettings settings(FeedTopics topics) {
    return new FeedSettings(topics.prefix(), topics.places());
  }

  private static void inTransaction(App app, Runnable work) {
    app.bean(TransactionTemplate.class).executeWithoutResult(_ -> work.run());
  }
}
