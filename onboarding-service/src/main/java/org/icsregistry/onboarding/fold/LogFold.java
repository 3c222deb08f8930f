package org.icsregistry.onboarding.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final OwnCommands ownCommands;
  private final List<AlsoTold> alsoTold;
  private final Forgotten forgotten;
  private final RegistryKeys keys;
  private final ApplicationEventPublisher events;

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
      OwnCommands ownCommands,
      List<AlsoTold> alsoTold,
      Forgotten forgotten,
      RegistryKeys keys,
      ApplicationEventPublisher events) {
    this.people = people;
    this.directory = directory;
    this.occasions = occasions;
    this.moments = moments;
    this.due = due;
    this.ownCommands = ownCommands;
    this.alsoTold = alsoTold;
    this.forgotten = forgotten;
    this.keys = keys;
    this.events = events;
  }

  @Override
  public void handle(List<LogRecord> records) {
    var batch = Batch.of(records);
    var before = people.load(batch.people().keySet());
    var own = ownCommands.among(batch.people().values());
    Map<String, Urgency> concerned = new HashMap<>();
    List<Known> after = new ArrayList<>();
    batch
        .people()
        .forEach((subject, entries) -> {
          var known = before.get(subject);
          var folded = fold(subject, known, entries);
          after.add(folded);
          if (engaged(known) || engaged(folded)) {
            concerned.put(subject, urgency(entries, own));
          }
        });
    // Before anything else is written: whoever looks at one of them is waited for here, holding
    // nothing that they could need.
    due.mark(concerned, batch.roleIds(), batch.partnerCodes(), batch.recordedAt());
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

  /** What this service's own commands led to was expected. */
  private static Urgency urgency(List<RecordedEvent> entries, Set<String> own) {
    return entries.stream().allMatch(entry -> own.contains(entry.causationId()))
        ? Urgency.IN_TURN
        : Urgency.EVENT;
  }

  private static boolean engaged(@Nullable Known person) {
    return person != null && !Engagement.of(person.passport()).isEmpty();
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
