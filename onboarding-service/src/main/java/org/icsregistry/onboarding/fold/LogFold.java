package org.icsregistry.onboarding.fold;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.kit.keys.RegistryKeys;
import org.icsregistry.kit.log.LogBatchHandler;
import org.icsregistry.log.kafka.LogRecord;
import org.icsregistry.onboarding.fold.Directory.KnownPartner;
import org.icsregistry.onboarding.fold.Directory.KnownRole;
import org.icsregistry.onboarding.fold.People.Known;
import org.icsregistry.onboarding.journey.Engagement;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Folds the log into people, roles and partners, and marks who has to be looked at because of it.
 * Asks nobody and decides nothing, so that it never waits; both happen in {@code assess}.
 */
@Component("onboarding")
public class LogFold implements LogBatchHandler {

  private final People people;
  private final Directory directory;
  private final Occasions occasions;
  private final Moments moments;
  private final Due due;
  private final List<AlsoTold> alsoTold;
  private final Forgotten forgotten;
  private final RegistryKeys keys;
  private final ApplicationEventPublisher events;
  private final String host;

  /** Whoever else is told what the log says, in the transaction that moves the position. */
  public interface AlsoTold {
    void tell(List<RecordedEvent> entries);
  }

  /** Somebody has become due; listened to after the commit. */
  public record SomebodyIsDue() {}

  LogFold(
      People people,
      Directory directory,
      Occasions occasions,
      Moments moments,
      Due due,
      List<AlsoTold> alsoTold,
      Forgotten forgotten,
      RegistryKeys keys,
      ApplicationEventPublisher events,
      @Value("${registry.ics.host}") String host) {
    this.people = people;
    this.directory = directory;
    this.occasions = occasions;
    this.moments = moments;
    this.due = due;
    this.alsoTold = alsoTold;
    this.forgotten = forgotten;
    this.keys = keys;
    this.events = events;
    this.host = host;
  }

  @Override
  public void handle(List<LogRecord> records) {
    var batch = Batch.of(records);
    var before = people.load(batch.people().keySet());
    Map<Urgency, List<String>> concerned = new EnumMap<>(Urgency.class);
    List<Known> after = new ArrayList<>();
    batch
        .people()
        .forEach((subject, entries) -> {
          var known = before.get(subject);
          var folded = fold(subject, known, entries);
          after.add(folded);
          if (engaged(known) || engaged(folded)) {
            concerned.computeIfAbsent(urgency(entries), _ -> new ArrayList<>()).add(subject);
          }
        });
    // Before anything else is written: whoever looks at one of them is waited for here, holding
    // nothing that they could need.
    markDue(concerned, batch);
    foldDirectory(batch);
    people.store(after);
    forget(batch, after);
    occasions.store(batch.occasions());
    moments.store(batch.all());
    alsoTold.forEach(other -> other.tell(batch.all()));
    events.publishEvent(new SomebodyIsDue());
  }

  /** After those who look at them have been waited for. */
  private void forget(Batch batch, List<Known> after) {
    if (batch.erased().isEmpty()) {
      return;
    }
    keys.forget(batch.erased());
    forgotten.purge(
        after.stream()
            .filter(known -> known.passport().person().erased())
            .map(known -> known.passport().subject())
            .toList());
  }

  private static Known fold(String subject, @Nullable Known before, List<RecordedEvent> entries) {
    var passport = before == null ? Passport.empty(subject) : before.passport();
    for (var entry : entries) {
      passport = passport.evolve(entry);
    }
    return new Known(passport, entries.getLast().recordedAt());
  }

  /** What the host commands is nearly always what this service wanted, and knows. */
  private Urgency urgency(List<RecordedEvent> entries) {
    return entries.stream().allMatch(entry -> entry.org().equals(host))
        ? Urgency.ECHO
        : Urgency.EVENT;
  }

  private static boolean engaged(@Nullable Known person) {
    return person != null && !Engagement.of(person.passport()).isEmpty();
  }

  private void markDue(Map<Urgency, List<String>> concerned, Batch batch) {
    if (!batch.roleIds().isEmpty() || !batch.partnerCodes().isEmpty()) {
      due.markConcerned(batch.roleIds(), batch.partnerCodes());
    }
    concerned.forEach((urgency, subjects) -> due.mark(subjects, urgency));
  }

  private void foldDirectory(Batch batch) {
    Map<String, KnownRole> roles = directory.roles(batch.roleIds());
    for (var id : batch.roleIds()) {
      var known = roles.get(id);
      var role = batch.fold(known == null ? Role.unknown(id) : known.role());
      directory.store(new KnownRole(role, batch.recordedAt(id)));
    }
    Map<String, KnownPartner> partners = directory.partners(batch.partnerCodes());
    for (var code : batch.partnerCodes()) {
      var known = partners.get(code);
      var partner = batch.fold(known == null ? Partner.unknown(code) : known.partner());
      directory.store(new KnownPartner(partner, batch.recordedAt(code)));
    }
  }
}
