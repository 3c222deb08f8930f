package org.icsregistry.projection.passport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.passport.Placement;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.projection.passport.PassportView.ApplicationView;
import org.icsregistry.projection.passport.PassportView.ClearanceView;
import org.icsregistry.projection.passport.PassportView.EvidenceView;
import org.icsregistry.projection.passport.PassportView.GrantView;
import org.icsregistry.projection.passport.PassportView.Link;
import org.icsregistry.projection.passport.PassportView.PersonView;
import org.icsregistry.projection.passport.PassportView.PlacementView;
import org.icsregistry.projection.passport.PassportView.Recognition;
import org.icsregistry.projection.passport.PassportView.Request;
import org.jspecify.annotations.Nullable;

/** Turns a passport into what somebody may see of it. */
final class Viewing {

  private final Snapshot snapshot;
  private final Sight sight;
  private final KeySource keys;
  private final Naming naming;
  private final Person person;

  Viewing(Snapshot snapshot, Sight sight, KeySource keys) {
    this.snapshot = snapshot;
    this.sight = sight;
    this.keys = keys;
    this.naming = new Naming(snapshot.directory());
    this.person = snapshot.passport().person();
  }

  PassportView view() {
    var items = new Items(snapshot, sight, keys);
    return new PassportView(
        snapshot.passport().subject(),
        snapshot.cut().at(),
        snapshot.cut().logIndex(),
        person(),
        links(),
        grants(),
        items.checks(),
        items.trainings(),
        requests(),
        recognitions(),
        clearances(),
        applications(),
        placements(),
        snapshot.passport().issued().values().stream()
            .filter(i -> IssuedView.visible(i, sight))
            .map(i -> IssuedView.of(i, person, sight, naming))
            .toList(),
        sight.opens() ? new Progress(snapshot, sight, person.holdings(keys)).all() : null);
  }

  PersonView person() {
    if (!sight.opens()) {
      return new PersonView(null, null, null, null, true);
    }
    var name = open(person.name(), PersonName.class);
    return new PersonView(
        name,
        open(person.dateOfBirth(), LocalDate.class),
        open(person.contact(), Contact.class),
        (name == null && person.registered()) ? true : null,
        null);
  }

  private List<Link> links() {
    return person.links().entrySet().stream()
        .filter(link -> sight.seesRecordsOf(link.getKey()))
        .map(link -> new Link(naming.organisation(link.getKey()), link.getValue()))
        .toList();
  }

  /** Whom else they share with is the person's own affair. */
  private List<GrantView> grants() {
    return person.grants().values().stream()
        .filter(g -> sight.seesGrantsTo(g.partner()))
        .map(g ->
            new GrantView(
                g.grantId(),
                naming.organisation(g.partner()),
                g.purpose(),
                g.agreedOn(),
                g.until(),
                g.inForce(snapshot.cut().day())))
        .toList();
  }

  private List<Request> requests() {
    return person.requests().stream()
        .filter(r -> sight.seesJourneysAt(r.partner()))
        .map(r -> new Request(naming.organisation(r.partner()), naming.role(r.roleId()), r.code()))
        .toList();
  }

  private List<Recognition> recognitions() {
    return person.recognitions().stream()
        .filter(r -> sight.seesRecordsOf(r.partner()))
        .map(r ->
            new Recognition(
                naming.organisation(r.partner()),
                naming.role(r.roleId()),
                r.roleVersion(),
                r.policyVersion(),
                r.requirement(),
                sight.seesRecordsOf(issuer(r.itemId())) ? r.itemId() : null,
                r.decision(),
                r.reason()))
        .toList();
  }

  /** Who recorded an item; nobody, if the person has no such item. */
  private String issuer(String itemId) {
    var check = person.checks().get(itemId);
    if (check != null) {
      return check.issuer();
    }
    var training = person.trainings().get(itemId);
    return training == null ? "" : training.issuer();
  }

  private List<ClearanceView> clearances() {
    return person.clearances().values().stream()
        .filter(c -> sight.seesRecordsOf(c.partner()))
        .map(this::clearance)
        .toList();
  }

  private ClearanceView clearance(Clearance c) {
    return new ClearanceView(
        naming.organisation(c.partner()),
        naming.role(c.roleId()),
        c.roleVersion(),
        c.policyVersion(),
        c.inForce(),
        c.lapsedFor(),
        c.evidence().stream().map(this::evidence).toList());
  }

  private EvidenceView evidence(Evidence e) {
    return sight.seesRecordsOf(e.issuer())
        ? new EvidenceView(e.requirement(), e.itemId(), naming.organisation(e.issuer()), e.reused())
        : new EvidenceView(e.requirement(), null, null, e.reused());
  }

  private List<ApplicationView> applications() {
    return snapshot.passport().applications().values().stream()
        .filter(a -> sight.seesJourneysAt(a.partner()))
        .map(a ->
            new ApplicationView(
                a.id(),
                naming.organisation(a.partner()),
                naming.role(a.roleId()),
                a.step(),
                a.waitingOn()))
        .toList();
  }

  private List<PlacementView> placements() {
    return snapshot.passport().placements().values().stream()
        .filter(p -> sight.seesRecordsOf(p.partner()))
        .filter(p -> p.step() != Placement.Step.SUSPENDED || sight.seesJourneysAt(p.partner()))
        .map(p ->
            new PlacementView(
                p.id(),
                naming.organisation(p.partner()),
                naming.role(p.roleId()),
                p.step(),
                p.startedOn(),
                p.firstActivityOn(),
                p.endedOn(),
                p.leftFor(),
                p.sessions(),
                p.minutes(),
                p.tasks()))
        .toList();
  }

  private <T> @Nullable T open(@Nullable Sealed<T> sealed, Class<T> type) {
    return Optional.ofNullable(sealed)
        .flatMap(s -> SealedValues.open(s, type, keys).toOptional())
        .orElse(null);
  }
}
