package org.icsregistry.projection.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.icsregistry.contracts.directory.Opportunity;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.OpportunityEvent;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.projection.look.Looks;
import org.icsregistry.projection.rebuild.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the partners what is new in the log. What it knows, and its place, are committed to the
 * database after the records are on Kafka. Where that fails the same entries come again; they are
 * folded and not told twice, because Kafka says up to where they were told.
 */
@Component
@EnableConfigurationProperties(FeedSettings.class)
final class FeedWriter implements AutoCloseable {

  private final KafkaProperties kafka;
  private final FeedSettings settings;
  private final FeedStates states;
  private final Ends ends;
  private final Audience audience;
  private final Looks looks;
  private final TransactionTemplate ownTransaction;
  private @Nullable FeedOutlet outlet;

  /** The partners as of this index, which spares reading them for each batch. */
  private Map<String, Partner> partners = Map.of();

  private long partnersAt = -1;

  FeedWriter(
      KafkaProperties kafka,
      FeedSettings settings,
      FeedStates states,
      Ends ends,
      Audience audience,
      Looks looks,
      PlatformTransactionManager transactions) {
    this.kafka = kafka;
    this.settings = settings;
    this.states = states;
    this.ends = ends;
    this.audience = audience;
    this.looks = looks;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Handles a batch in the transaction of its follower; only one instance does at a time. */
  void handle(List<LogRecord> batch) {
    states.begin();
    boolean done = false;
    try {
      handle(batch.stream().map(Entry::of).toList(), opened());
      done = true;
    } finally {
      if (!done) {
        close(); // whether the transaction counts is asked of Kafka next time
      }
    }
  }

  private void handle(List<Entry> batch, FeedOutlet open) {
    var state = stateAt(batch);
    var ended = ends.in(batch, state.partners().keySet());
    var telling = new ArrayList<Told>();
    for (var entry : batch) {
      var before = state.opportunity(entry.event().subject());
      state.fold(entry.event());
      if (entry.index() > open.last()) {
        tell(entry, before, state, ended, telling);
      }
    }
    long last = batch.getLast().index();
    if (!telling.isEmpty()) {
      noteLooks(telling);
      open.write(telling, last);
    }
    states.store(state);
    partners = state.partners();
    partnersAt = last + 1;
  }

  private FeedState stateAt(List<Entry> batch) {
    if (partnersAt != batch.getFirst().index()) {
      partners = states.partners();
    }
    return new FeedState(
        partners,
        states.ties(subjects(batch, Concern::isAboutPerson)),
        states.opportunities(subjects(batch, event -> event instanceof OpportunityEvent)));
  }

  private static Set<String> subjects(List<Entry> batch, Predicate<Event> sort) {
    return batch.stream()
        .map(Entry::event)
        .filter(event -> sort.test(event.data()))
        .map(RecordedEvent::subject)
        .collect(Collectors.toSet());
  }

  private void tell(
      Entry entry, Opportunity before, FeedState state, Ends.Known ended, List<Told> telling) {
    if (Concern.isAboutPerson(entry.event().data())) {
      tellOfPerson(entry, state, ended, telling);
    } else {
      tellOfDirectory(entry, before, state, ended, telling);
    }
  }

  private void tellOfPerson(Entry entry, FeedState state, Ends.Known ended, List<Told> telling) {
    var event = entry.event();
    var ties = ended.without(state.ties(event.subject()), entry.index());
    var concern = Concern.of(event, ties);
    for (var code : Audience.candidates(concern)) {
      var reader = state.reader(code);
      if (reader != null) {
        var extent = audience.of(concern, ended.without(reader, entry.index()));
        if (extent != null) {
          telling.add(new Told(code, entry, extent));
        }
      }
    }
  }

  private void tellOfDirectory(
      Entry entry, Opportunity before, FeedState state, Ends.Known ended, List<Told> telling) {
    var event = entry.event();
    var now = state.opportunity(event.subject());
    for (var reader : state.readers()) {
      var standing = ended.without(reader, entry.index());
      var extent = audience.ofDirectory(event, standing, before, now);
      if (extent != null) {
        telling.add(new Told(reader.code(), entry, extent));
      }
    }
  }

  /** Before anything is told, so that nobody who was told is missing in the log. */
  private void noteLooks(List<Told> telling) {
    record Look(String partner, String person) {}
    var seen =
        telling.stream()
            .filter(told -> told.extent() == Extent.SHARED)
            .map(told -> new Look(told.partner(), told.entry().event().subject()))
            .distinct()
            .toList();
    if (!seen.isEmpty()) {
      ownTransaction.executeWithoutResult(
          _ -> seen.forEach(look -> looks.noteFeed(look.partner(), look.person())));
    }
  }

  private FeedOutlet opened() {
    var open = outlet;
    if (open == null) {
      open = FeedOutlet.open(kafka, settings);
      outlet = open;
    }
    return open;
  }

  /** Only while nothing is handled. */
  @Override
  public void close() {
    var open = outlet;
    outlet = null;
    partnersAt = -1;
    if (open != null) {
      open.close();
    }
  }
}
