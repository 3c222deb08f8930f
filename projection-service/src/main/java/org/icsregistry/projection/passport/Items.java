package org.icsregistry.projection.passport;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.passport.Check;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.passport.Training;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Opened;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.projection.passport.CheckView.FindingView;
import org.icsregistry.projection.passport.CheckView.Reuse;
import org.jspecify.annotations.Nullable;

/** The checks and trainings of a passport, with those who rely on them. */
final class Items {

  private final Person person;
  private final Sight sight;
  private final KeySource keys;
  private final Naming naming;
  private final Map<String, Set<Reuse>> reuses = new HashMap<>();

  Items(Snapshot snapshot, Sight sight, KeySource keys) {
    this.person = snapshot.passport().person();
    this.sight = sight;
    this.keys = keys;
    this.naming = new Naming(snapshot.directory());
    findReuses();
  }

  List<CheckView> checks() {
    return person.checks().values().stream()
        .filter(c -> sight.seesRecordsOf(c.issuer()))
        .filter(c -> !refusedElsewhere(c))
        .map(this::check)
        .toList();
  }

  List<TrainingView> trainings() {
    return person.trainings().values().stream()
        .filter(t -> sight.seesRecordsOf(t.issuer()))
        .map(this::training)
        .toList();
  }

  private CheckView check(Check c) {
    return new CheckView(
        c.itemId(),
        c.check(),
        naming.organisation(c.issuer()),
        c.issuerCategory(),
        c.completedOn(),
        finding(c),
        c.statusCheckedOn(),
        status(c),
        c.withdrawnFor(),
        reusedBy(c.itemId()));
  }

  /** What another organisation decided against somebody is as if nothing were held. */
  private boolean refusedElsewhere(Check c) {
    return sight.opens()
        && !sight.seesOutcomesOf(c.issuer())
        && SealedValues.open(c.finding(), CheckFinding.class, keys)
            .toOptional()
            .filter(finding -> !finding.outcome().positive())
            .isPresent();
  }

  private FindingView finding(Check c) {
    if (!sight.opens()) {
      return FindingView.ofClosed();
    }
    return switch (SealedValues.open(c.finding(), CheckFinding.class, keys)) {
      case Opened.Known<CheckFinding>(var finding) ->
          FindingView.of(finding, sight.seesOutcomesOf(c.issuer()));
      case Opened.Erased<CheckFinding>() -> FindingView.ofErased();
    };
  }

  private @Nullable StatusResult status(Check c) {
    return c.status() == null || !sight.opens()
        ? null
        : SealedValues.open(c.status(), StatusResult.class, keys).toOptional().orElse(null);
  }

  private TrainingView training(Training t) {
    return new TrainingView(
        t.itemId(),
        t.training(),
        naming.organisation(t.issuer()),
        t.issuerCategory(),
        t.framework(),
        t.provider(),
        t.evidence(),
        t.completedOn(),
        t.withdrawnFor(),
        reusedBy(t.itemId()));
  }

  private List<Reuse> reusedBy(String item) {
    return List.copyOf(reuses.getOrDefault(item, Set.of()));
  }

  /** Who relies on whose item: by a decision to reuse it, or by a clearance that rests on it. */
  private void findReuses() {
    for (var r : person.recognitions()) {
      if (r.decision() == RecognitionDecision.REUSED) {
        reuse(r.itemId(), r.partner(), r.roleId());
      }
    }
    for (var c : person.clearances().values()) {
      c.evidence().stream()
          .filter(Evidence::reused)
          .forEach(e -> reuse(e.itemId(), c.partner(), c.roleId()));
    }
  }

  private void reuse(String item, String partner, String role) {
    if (!sight.seesRecordsOf(partner)) {
      return;
    }
    reuses
        .computeIfAbsent(item, _ -> new LinkedHashSet<>())
        .add(new Reuse(naming.organisation(partner), naming.role(role)));
  }
}
