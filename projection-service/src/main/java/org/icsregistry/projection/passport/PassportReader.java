package org.icsregistry.projection.passport;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.keys.RegistryKeys;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.directory.GoodStanding;
import org.icsregistry.projection.look.Looks;
import org.icsregistry.projection.passport.PeoplePage.PersonRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows passports to those who may see them; for systems and for pages alike. */
@Component
public class PassportReader {

  private final Passports passports;
  private final GoodStanding standing;
  private final RegistryKeys keys;
  private final KeysAtHand atHand;
  private final Looks looks;

  PassportReader(
      Passports passports,
      GoodStanding standing,
      RegistryKeys keys,
      KeysAtHand atHand,
      Looks looks) {
    this.passports = passports;
    this.standing = standing;
    this.keys = keys;
    this.atHand = atHand;
    this.looks = looks;
  }

  /**
   * A passport as the caller may see it.
   *
   * @param bond what ties the caller to the person now, which decided
   */
  public record Shown(PassportView passport, Bond bond) {}

  /**
   * The passport of a person at one place of the log, as this caller may see it.
   *
   * @throws Refusal when the caller may not, when there is none, or when the question is malformed
   */
  public PassportView read(Caller caller, String id, AsOf asOf) {
    return show(caller, id, asOf).passport();
  }

  /** The same with what decided; whoever decides something else by it need not look again. */
  public Shown show(Caller caller, String id, AsOf asOf) {
    Sight.requireReader(caller);
    // Today's relationship decides, also about the past.
    var current = required(caller, id, () -> passports.snapshot(caller, id, new AsOf.Now()));
    var bond = Sight.bond(caller, current.passport(), current.cut());
    var sight = Sight.of(caller, current.passport(), bond);
    var snapshot =
        asOf instanceof AsOf.Now
            ? current
            : passports.snapshot(caller, id, asOf).orElseThrow(PassportReader::notYet);
    if (sight.opens()) {
      fetchKeys(List.of(snapshot.passport()));
    }
    // Before it is shown, so that nobody who saw it is missing in the log.
    looks.note(caller, id, bond);
    return new Shown(new Viewing(snapshot, sight, keys).view(), bond);
  }

  /** By one read; who has no standing is told so whatever they ask for. */
  private Snapshot required(Caller caller, String id, Supplier<Optional<Snapshot>> read) {
    var found = Format.isUuid(id) ? read.get() : Optional.<Snapshot>empty();
    if (found.isEmpty()) {
      standing.require(caller);
      requireId(id);
      throw Sight.notFound();
    }
    standing.require(caller, found.get().directory().partner(caller.organisation()));
    return found.get();
  }

  /**
   * What ties the caller to a person today, for whoever asks something about a person without being
   * shown details.
   *
   * @throws Refusal when the caller may not know that the person exists
   */
  public Bond requireKnown(Caller caller, String id) {
    Sight.requireReader(caller);
    standing.require(caller);
    requireId(id);
    var bond = passports.bond(caller, id);
    if (!Access.allows(caller, Right.SEE_PERSON, bond)) {
      throw Sight.notFound();
    }
    return bond;
  }

  /**
   * How far a person is from each of these roles at the caller's organisation; by role, without
   * those that are not defined.
   *
   * @throws Refusal when the caller may not, when there is none, or when the question is malformed
   */
  public Map<String, RoleProgress> progress(Caller caller, String id, Collection<String> roles) {
    return progress(caller, id, caller.organisation(), roles);
  }

  /**
   * As {@link #progress(Caller, String, Collection)}, for the caller's own passport and at an
   * organisation they have a relationship with.
   */
  public Map<String, RoleProgress> ownProgress(
      Caller caller, String partner, Collection<String> roles) {
    Access.require(caller, Right.SEE_DETAILS, Bond.SELF);
    return progress(caller, String.valueOf(caller.person()), partner, roles);
  }

  private Map<String, RoleProgress> progress(
      Caller caller, String id, String partner, Collection<String> roles) {
    Sight.requireReader(caller);
    var snapshot = required(caller, id, () -> passports.towards(caller, id, partner, roles));
    var bond = Sight.bond(caller, snapshot.passport(), snapshot.cut());
    var sight = Sight.of(caller, snapshot.passport(), bond);
    if (!sight.opens()) {
      return Map.of();
    }
    fetchKeys(List.of(snapshot.passport()));
    looks.note(caller, id, bond);
    var progress = new Progress(snapshot, sight, snapshot.passport().person().holdings(keys));
    var found = new LinkedHashMap<String, RoleProgress>();
    roles.forEach(role -> progress.towards(partner, role).ifPresent(p -> found.put(role, p)));
    return found;
  }

  private static void requireId(String id) {
    if (!Format.isUuid(id)) {
      throw new Refusal(
          ProblemCode.INVALID_PARAMETER,
          "parameter id to be a person's id, a UUID in lower case",
          "something else",
          "correct the id");
    }
  }

  /**
   * People linked to the caller's organisation, the latest relationships first.
   *
   * @param before go on behind the person linked at this log index
   * @throws Refusal unless the caller speaks for a partner
   */
  public PeoplePage people(Caller caller, @Nullable Long before, int limit) {
    Access.require(caller, Right.SEE_PERSON, Bond.LINKED);
    standing.require(caller);
    var linked = passports.linkedTo(caller, before, limit + 1);
    var shown = linked.subList(0, Math.min(limit, linked.size()));
    fetchKeys(shown.stream().map(l -> l.snapshot().passport()).toList());
    return new PeoplePage(
        shown.stream().map(l -> row(caller, l.snapshot())).toList(),
        linked.size() > limit ? shown.getLast().since() : null);
  }

  /** Those of these people whom the caller's organisation has a relationship with, by id. */
  public Map<String, PersonRow> rows(Caller caller, Collection<String> ids) {
    var linked = linked(caller, ids, List.of());
    return linked.stream()
        .map(snapshot -> row(caller, snapshot))
        .collect(Collectors.toMap(PersonRow::id, Function.identity()));
  }

  /** How far these people are from a role at the caller's organisation, as a list shows it. */
  public Map<String, RoleProgress> standings(Caller caller, Collection<String> ids, String role) {
    var sight = new Sight.Linked(caller.organisation());
    var found = new LinkedHashMap<String, RoleProgress>();
    for (var snapshot : linked(caller, ids, List.of(role))) {
      var holdings = snapshot.passport().person().holdings(keys);
      new Progress(snapshot, sight, holdings)
          .towards(caller.organisation(), role)
          .ifPresent(progress -> found.put(snapshot.passport().subject(), progress));
    }
    return found;
  }

  private List<Snapshot> linked(Caller caller, Collection<String> ids, List<String> roles) {
    Access.require(caller, Right.SEE_PERSON, Bond.LINKED);
    standing.require(caller);
    var snapshots =
        ids.stream()
            .map(id -> passports.towards(caller, id, caller.organisation(), roles))
            .flatMap(Optional::stream)
            .filter(s -> s.passport().person().linkedTo(caller.organisation()))
            .toList();
    fetchKeys(snapshots.stream().map(Snapshot::passport).toList());
    return snapshots;
  }

  /** A list shows how people stand and no details, whatever they share. */
  private PersonRow row(Caller caller, Snapshot snapshot) {
    var sight = new Sight.Linked(caller.organisation());
    return PersonRow.of(caller.organisation(), new Viewing(snapshot, sight, keys).view());
  }

  private void fetchKeys(List<Passport> about) {
    atHand.fetch(Mentioned.in(about).sealed());
  }

  private static Refusal notYet() {
    return new Refusal(
        ProblemCode.NOT_FOUND,
        "a moment at which the log had something about the person",
        "an earlier one",
        "ask for a later moment or log index");
  }
}
