package org.icsregistry.registry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.Workforce;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.CheckCommand.RecordCheck;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.PartnerCommand.AdoptRecognitionPolicy;
import org.icsregistry.contracts.message.PartnerCommand.RegisterPartner;
import org.icsregistry.contracts.message.PartnerCommand.SignAgreement;
import org.icsregistry.contracts.message.PersonCommand.LinkPartner;
import org.icsregistry.contracts.message.PersonCommand.RegisterVolunteer;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.message.PlacementCommand.OfferPlacement;
import org.icsregistry.contracts.message.RoleCommand.DefineRole;
import org.icsregistry.contracts.message.RoleCommand.ReviseRole;
import org.icsregistry.contracts.message.TrainingCommand.RecordTraining;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.rules.RecognitionRule;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.signature.Consequences;
import org.icsregistry.registry.command.SignedBy;
import org.icsregistry.registry.store.Ledger;
import org.jspecify.annotations.Nullable;

/** A small system: the host, two trusts, a ward role, and short ways to say what happens in it. */
final class World {

  static final String CHRISTIE = "RBV";
  static final String MANCHESTER = "R0A";

  /** Asks for identity, an enhanced DBS check and fire training, of people from 16. */
  static final String WARD = MANCHESTER + ".WARD";

  static final LocalDate LAST_WEEK = LocalDate.parse("2026-10-26");

  private final Ledger ledger;

  World() {
    this(new Ledger());
  }

  /** Every state is read from the log again. */
  static World remembersNothing() {
    return new World(new Ledger(0));
  }

  private World(Ledger ledger) {
    this.ledger = ledger;
    admit(HOST, IssuerCategory.ICB);
    admit(CHRISTIE, IssuerCategory.NHS_TRUST);
    admit(MANCHESTER, IssuerCategory.NHS_TRUST);
    accept(MANCHESTER, WARD, new DefineRole("Ward helper", EngagementMode.SHIFT, Lines.ward()));
  }

  static String id() {
    return UUID.randomUUID().toString();
  }

  List<Event> accept(String organisation, String subject, Command command) {
    return switch (ledger.send(organisation, subject, command)) {
      case Ledger.Outcome.Accepted(var events) -> following(command, events);
      case Ledger.Outcome.Refused(var problem) ->
          throw new AssertionError("expected acceptance, got " + problem);
    };
  }

  /** What auditors rely on holds of every command that any test sends. */
  private static List<Event> following(Command command, List<Event> events) {
    assertThat(events.stream().map(e -> Consequences.place(command.getClass(), e.getClass())))
        .startsWith(0)
        .doesNotContain(-1);
    var data = Json.MAPPER.valueToTree(command);
    assertThat(Consequences.says(events.getFirst(), command.getClass(), data)).isTrue();
    return events;
  }

  /** The refusal's code; a refusal leaves nothing behind and says what to do. */
  ProblemCode refuse(String organisation, String subject, Command command) {
    return refuse(organisation, subject, command, null);
  }

  ProblemCode refuse(
      String organisation, String subject, Command command, @Nullable SignedBy signedBy) {
    long before = ledger.size();
    return switch (ledger.send(organisation, subject, command, signedBy)) {
      case Ledger.Outcome.Accepted(var events) ->
          throw new AssertionError("expected a refusal, got " + events);
      case Ledger.Outcome.Refused(var problem) -> {
        assertThat(ledger.size()).isEqualTo(before);
        assertThat(List.of(problem.expected(), problem.received(), problem.remedy()))
            .noneMatch(String::isBlank);
        yield problem.code();
      }
    };
  }

  LocalDate today() {
    return ledger.today();
  }

  /** Nobody is named as the actor of what is sent from now on. */
  World unnamed() {
    ledger.unnamed();
    return this;
  }

  void todayIs(String day) {
    ledger.todayIs(LocalDate.parse(day));
  }

  <T> Sealed<T> seal(String person, String field, T value) {
    return ledger.seal(person, field, value);
  }

  void erase(String person) {
    ledger.erase(person);
  }

  void register(String organisation, IssuerCategory category) {
    accept(HOST, organisation, new RegisterPartner(organisation, category));
  }

  void sign(String organisation, AgreementType agreement) {
    accept(organisation, organisation, new SignAgreement(agreement, "1.0", LAST_WEEK, null));
  }

  void admit(String organisation, IssuerCategory category) {
    register(organisation, category);
    sign(organisation, AgreementType.DSA);
    sign(organisation, AgreementType.TERMS_OF_USE);
  }

  RegisterVolunteer aRegistration(String person, String dateOfBirth) {
    return new RegisterVolunteer(
        ledger.seal(person, "RegisterVolunteer.name", new PersonName("A", "B")),
        ledger.seal(person, "RegisterVolunteer.dateOfBirth", LocalDate.parse(dateOfBirth)),
        ledger.seal(person, "RegisterVolunteer.contact", new Contact(null, null, null)));
  }

  /** A grown-up whom both trusts know. */
  String aPerson() {
    return aPersonBorn("1990-04-05");
  }

  String aPersonBorn(String day) {
    var person = id();
    accept(CHRISTIE, person, aRegistration(person, day));
    accept(MANCHESTER, person, new LinkPartner(LAST_WEEK));
    return person;
  }

  RecordCheck aCheck(String person, CheckCode check, String item, CheckFinding finding) {
    return new RecordCheck(
        item, check, LAST_WEEK, ledger.seal(person, "RecordCheck.finding", finding));
  }

  String identity(String organisation, String person) {
    var finding =
        new CheckFinding(
            CheckOutcome.MET, CheckLevel.HIGH, null, null, null, null, null, null, null);
    return recorded(organisation, person, CheckCode.IDENTITY, finding);
  }

  /** An enhanced check that is on the Update Service and may be looked up. */
  String dbs(String organisation, String person) {
    var finding =
        new CheckFinding(
            CheckOutcome.CLEAR_TO_PLACE,
            CheckLevel.ENHANCED,
            Workforce.ADULT,
            null,
            null,
            LAST_WEEK,
            true,
            true,
            null);
    return recorded(organisation, person, CheckCode.DBS, finding);
  }

  private String recorded(String organisation, String person, CheckCode check, CheckFinding f) {
    var item = id();
    accept(organisation, person, aCheck(person, check, item, f));
    return item;
  }

  String fireTraining(String organisation, String person) {
    var item = id();
    accept(organisation, person, fireTraining(item));
    return item;
  }

  static RecordTraining fireTraining(String item) {
    return new RecordTraining(
        item, "CSTF_FIRE", "CSTF 1.1", "e-LfH", EvidenceType.LMS_RECORD, LAST_WEEK);
  }

  /** A person who holds, from Manchester itself, all that the ward asks for. */
  String aPersonWithEverything() {
    var person = aPerson();
    identity(MANCHESTER, person);
    dbs(MANCHESTER, person);
    fireTraining(MANCHESTER, person);
    return person;
  }

  String aClearedPerson() {
    var person = aPersonWithEverything();
    accept(MANCHESTER, person, new ClearForRole(MANCHESTER, WARD));
    return person;
  }

  /** Somebody of 14, for a ward that asks for nothing that is impossible at that age. */
  String aClearedYoungPerson() {
    revise(false, Lines.training("CSTF_FIRE", null));
    var person = aPersonBorn("2012-04-05");
    var met = new CheckFinding(CheckOutcome.MET, null, null, null, null, null, null, null, null);
    recorded(MANCHESTER, person, CheckCode.PARENTAL_CONSENT, met);
    recorded(MANCHESTER, person, CheckCode.YOUNG_PERSON_RISK_ASSESSMENT, met);
    fireTraining(MANCHESTER, person);
    accept(MANCHESTER, person, new ClearForRole(MANCHESTER, WARD));
    return person;
  }

  String offered(String person) {
    var placement = id();
    accept(MANCHESTER, person, new OfferPlacement(placement, WARD));
    return placement;
  }

  /** Manchester's policy from today on. */
  void adopt(RecognitionRule... rules) {
    accept(MANCHESTER, MANCHESTER, new AdoptRecognitionPolicy(ledger.today(), List.of(rules), 12));
  }

  /** Accepts what trusts record. */
  static RecognitionRule trusting(String item, boolean statusCheck) {
    return new RecognitionRule(
        item, List.of(IssuerCategory.NHS_TRUST), null, null, null, statusCheck, null);
  }

  void revise(boolean appliesToPlaced, RequirementLine... lines) {
    accept(
        MANCHESTER,
        WARD,
        new ReviseRole("Ward helper", EngagementMode.SHIFT, List.of(lines), appliesToPlaced));
  }
}
