package org.icsregistry.projection.passport;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.audit.AuditProjection;
import org.icsregistry.projection.audit.AuditTrail;
import org.icsregistry.projection.directory.Directory;
import org.icsregistry.projection.directory.DirectoryQueries;
import org.icsregistry.projection.rebuild.Places;
import org.icsregistry.projection.rows.Asker;
import org.icsregistry.projection.rows.RowSight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads passports and all that belongs to them from one state of the database. */
@Component
class Passports {

  /** A passport and the log index at which the partner took up its relationship. */
  record Linked(Snapshot snapshot, long since) {}

  private final PassportStore store;
  private final AuditTrail trail;
  private final DirectoryQueries directory;
  private final Places places;
  private final Clock clock;
  private final RowSight rows;

  Passports(
      PassportStore store,
      AuditTrail trail,
      DirectoryQueries directory,
      Places places,
      Clock clock,
      RowSight rows) {
    this.store = store;
    this.trail = trail;
    this.directory = directory;
    this.places = places;
    this.clock = clock;
    this.rows = rows;
  }

  /** What ties the caller to a person today; nothing, if the log does not know the person. */
  Bond bond(Caller caller, String id) {
    return store.bond(Asker.of(caller, clock.instant()), id);
  }

  /** The passport at that place of the log; empty when the log said nothing of the person there. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Optional<Snapshot> snapshot(Caller caller, String id, AsOf asOf) {
    long last = rows.of(caller, PassportProjection.NAME);
    return switch (asOf) {
      case AsOf.Now() -> store.find(id).map(found -> current(found, caller, cutNow(last)));
      case AsOf.AtIndex(long index) -> past(id, cutAt(index));
      case AsOf.AtMoment at -> past(id, cutAt(at));
    };
  }

  /** The passport as it stands, with what else is needed to tell how far these roles are away. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Optional<Snapshot> towards(Caller caller, String id, String partner, Collection<String> roles) {
    long last = rows.of(caller, PassportProjection.NAME);
    return store
        .find(id)
        .map(passport -> {
          var mentioned = mentioned(List.of(passport), caller);
          mentioned.partners().add(partner);
          mentioned.roles().addAll(roles);
          return new Snapshot(passport, directory(mentioned), cutNow(last));
        });
  }

  /** People of the caller's organisation as they stand, the latest relationships first. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  List<Linked> linkedTo(Caller caller, @Nullable Long before, int limit) {
    var cut = cutNow(rows.of(caller, PassportProjection.NAME));
    var found = store.linkedTo(caller.organisation(), before, limit);
    var all =
        directory(mentioned(found.stream().map(PassportStore.Linked::passport).toList(), caller));
    return found.stream()
        .map(l -> new Linked(new Snapshot(l.passport(), all, cut), l.since()))
        .toList();
  }

  private Snapshot current(Passport passport, Caller caller, Cut cut) {
    return new Snapshot(passport, directory(mentioned(List.of(passport), caller)), cut);
  }

  /** With the caller's own organisation, whose standing decides too. */
  private static Mentioned mentioned(List<Passport> passports, Caller caller) {
    var mentioned = Mentioned.in(passports);
    mentioned.partners().add(caller.organisation());
    return mentioned;
  }

  private Directory directory(Mentioned mentioned) {
    return directory.now(mentioned.partners(), mentioned.roles());
  }

  private Optional<Snapshot> past(String id, Cut cut) {
    var passport =
        trail.upTo(List.of(id), cut.logIndex()).stream()
            .reduce(Passport.empty(id), Passport::evolve, (_, later) -> later);
    if (passport.lastIndex() < 0) {
      return Optional.empty();
    }
    var mentioned = Mentioned.in(List.of(passport));
    var then = directory.asOf(mentioned.partners(), mentioned.roles(), cut.logIndex());
    return Optional.of(new Snapshot(passport, then, cut));
  }

  private Cut cutNow(long last) {
    return new Cut(last, clock.instant());
  }

  private Cut cutAt(long index) {
    long known = known();
    if (index > known) {
      throw AsOf.invalid(
          known < 0 ? "absent, because the log is empty" : "a log index up to " + known);
    }
    return new Cut(index, trail.entry(index).orElseThrow().recordedAt());
  }

  private Cut cutAt(AsOf.AtMoment at) {
    if (at.moment().isAfter(clock.instant())) {
      throw AsOf.invalid("an instant that has passed");
    }
    return new Cut(trail.lastIndexAt(at.moment()).orElse(-1L), at.moment());
  }

  /** Every question about the past is answered from the audit trail alone. */
  private long known() {
    return places.last(AuditProjection.NAME);
  }
}
