package org.icsregistry.onboarding.world;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.directory.Partner;
import org.icsregistry.contracts.directory.Role;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.ApplicationCommand.DeclineApplicant;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.CheckCommand.RequestCheck;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.ClearanceCommand.ClearForRole;
import org.icsregistry.contracts.message.ClearanceCommand.DecideRecognition;
import org.icsregistry.contracts.message.ClearanceCommand.LapseClearance;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.ErasureCommand.EraseCategory;
import org.icsregistry.contracts.message.ErasureCommand.EraseVolunteer;
import org.icsregistry.contracts.message.ErasureEvent.CategoryErased;
import org.icsregistry.contracts.message.ErasureEvent.VolunteerErased;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.Evidence;
import org.icsregistry.contracts.message.JourneyCommand.ChaseStep;
import org.icsregistry.contracts.message.JourneyCommand.NoteMessage;
import org.icsregistry.contracts.message.JourneyCommand.NoticeIdle;
import org.icsregistry.contracts.message.JourneyCommand.WarnOfExpiry;
import org.icsregistry.contracts.message.JourneyEvent.ExpiryWarned;
import org.icsregistry.contracts.message.JourneyEvent.IdleNoticed;
import org.icsregistry.contracts.message.JourneyEvent.MessageSent;
import org.icsregistry.contracts.message.JourneyEvent.StepChased;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.PartnerEvent;
import org.icsregistry.contracts.message.RoleEvent;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.contracts.message.TrainingCommand.AssignTraining;
import org.icsregistry.contracts.message.TrainingEvent.TrainingAssigned;
import org.icsregistry.contracts.passport.Clearance;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.contracts.passport.Request;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.kit.fixture.RegistryStub.Reply;
import org.icsregistry.kit.fixture.TestLog;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides the commands that onboarding sends as the registry does, writes what follows into the
 * log, and gives a repeated id its first answer. What partners do is told to it as facts.
 */
public final class TinyRegistry {

  private final TestLog log;
  private final Vault vault;
  private final Clock clock;
  private final Map<String, Passport> people = new HashMap<>();
  private final Map<String, Role> roles = new HashMap<>();
  private final Map<String, Partner> partners = new HashMap<>();
  private final Map<String, Reply> receipts = new HashMap<>();
  private final List<Decided> decided = new ArrayList<>();
  private int repeated;

  /** A command that was decided, once per id. */
  public record Decided(String id, String subject, Command command, @Nullable String refused) {
    public boolean accepted() {
      return refused == null;
    }
  }

  TinyRegistry(TestLog log, Vault vault, Clock clock) {
    this.log = log;
    this.vault = vault;
    this.clock = clock;
  }

  /** Something happened that onboarding has no part in. */
  public synchronized long tell(String organisation, String subject, Event... events) {
    long last = -1;
    for (var event : events) {
      last = log.append(organisation, subject, event);
      fold(last, subject, event);
    }
    return last;
  }

  public synchronized List<Decided> decided() {
    return List.copyOf(decided);
  }

  public synchronized List<Command> accepted(String subject) {
    return decided.stream()
        .filter(d -> d.accepted() && d.subject.equals(subject))
        .map(Decided::command)
        .toList();
  }

  /** How many commands came under an id that was answered before. */
  public synchronized int repeated() {
    return repeated;
  }

  public synchronized boolean cleared(String subject) {
    return inForce(subject, Ics.R0A, Ics.ROLE);
  }

  public synchronized Reply decide(JsonNode envelope) {
    var id = envelope.required("id").stringValue();
    var known = receipts.get(id);
    if (known != null) {
      repeated++;
      return known;
    }
    var subject = envelope.required("subject").stringValue();
    var type = MessageTypes.command(envelope.required("type").stringValue()).orElseThrow();
    Command command = Json.MAPPER.treeToValue(envelope.required("data"), type);
    var reply = decide(subject, command, envelope);
    receipts.put(id, reply);
    decided.add(new Decided(id, subject, command, reply.status() == 201 ? null : reply.body()));
    return reply;
  }

  private Reply decide(String subject, Command command, JsonNode envelope) {
    var person = people.getOrDefault(subject, Passport.empty(subject)).person();
    return switch (command) {
      case DecideRecognition c -> {
        var event = c.asDecided();
        yield person.recognitions().contains(event)
            ? Reply.refused(409, "RECOGNITION_ALREADY_DECIDED")
            : accept(subject, event, envelope);
      }
      case RequestCheck c ->
          request(
              subject,
              envelope,
              c.partner(),
              c.roleId(),
              c.check().name(),
              new CheckRequested(c.partner(), c.roleId(), c.check(), c.level()));
      case AssignTraining c ->
          request(
              subject,
              envelope,
              c.partner(),
              c.roleId(),
              c.training(),
              new TrainingAssigned(c.partner(), c.roleId(), c.training()));
      case ClearForRole c -> clear(subject, c, envelope);
      case LapseClearance c ->
          inForce(subject, c.partner(), c.roleId())
              ? accept(
                  subject, new ClearanceLapsed(c.partner(), c.roleId(), c.reason(), null), envelope)
              : Reply.refused(409, "NOT_CLEARED");
      case ChaseStep c ->
          accept(
              subject,
              new StepChased(
                  c.partner(),
                  c.roleId(),
                  c.occasionId(),
                  c.step(),
                  c.waitingOn(),
                  c.stage(),
                  c.dueOn()),
              envelope);
      case WarnOfExpiry c ->
          accept(
              subject,
              new ExpiryWarned(c.partner(), c.roleId(), c.requirement(), c.days()),
              envelope);
      case DeclineApplicant c -> {
        var application =
            Objects.requireNonNull(
                Objects.requireNonNull(people.get(subject)).applications().get(c.applicationId()));
        yield application.step().open()
            ? accept(
                subject,
                new ApplicantDeclined(
                    c.applicationId(),
                    application.partner(),
                    application.roleId(),
                    c.reason(),
                    WaitingOn.NOBODY),
                envelope)
            : Reply.refused(409, "APPLICATION_STATE");
      }
      case NoticeIdle c ->
          accept(subject, new IdleNoticed(c.partner(), c.roleId(), c.days()), envelope);
      case NoteMessage c ->
          accept(
              subject,
              new MessageSent(c.partner(), c.eventId(), c.kind(), c.channel(), c.templateVersion()),
              envelope);
      case EraseCategory c ->
          accept(subject, new CategoryErased(c.category(), c.ground(), c.decidedBy()), envelope);
      case EraseVolunteer c ->
          accept(
              subject,
              new VolunteerErased(
                  c.ground(), c.decidedBy(), List.of(Category.values()), c.holds(), List.of()),
              envelope);
      default -> throw new IllegalArgumentException("Onboarding never sends " + command);
    };
  }

  private Reply request(
      String subject, JsonNode envelope, String partner, String roleId, String code, Event event) {
    var person = people.getOrDefault(subject, Passport.empty(subject)).person();
    return person.requests().contains(new Request(partner, roleId, code))
        ? Reply.refused(409, "ALREADY_REQUESTED")
        : accept(subject, event, envelope);
  }

  private Reply clear(String subject, ClearForRole c, JsonNode envelope) {
    var role = roles.getOrDefault(c.roleId(), Role.unknown(c.roleId())).current().orElseThrow();
    var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    var policy = partners.getOrDefault(c.partner(), Partner.unknown(c.partner())).policyOn(today);
    var holdings = people.getOrDefault(subject, Passport.empty(subject)).person().holdings(vault);
    var requirements = Assessment.assess(role, policy, holdings, today);
    if (!Assessment.clears(requirements)) {
      return Reply.refused(409, "REQUIREMENTS_NOT_MET");
    }
    if (inForce(subject, c.partner(), c.roleId())) {
      return Reply.refused(409, "ALREADY_CLEARED");
    }
    var evidence = requirements.stream().flatMap(TinyRegistry::evidence).toList();
    return accept(
        subject,
        new ClearedForRole(c.partner(), c.roleId(), role.version(), policy.version(), evidence),
        envelope);
  }

  private static Stream<Evidence> evidence(Requirement r) {
    return r.status() instanceof Met(var item, var issuer, var basis, _)
            && item != null
            && issuer != null
        ? Stream.of(new Evidence(r.line().code(), item, issuer, basis == Basis.REUSED))
        : Stream.empty();
  }

  private Reply accept(String subject, Event event, JsonNode envelope) {
    long index = log.appendFrom(envelope.required("id").stringValue(), "QOP", subject, event);
    fold(index, subject, event);
    return Reply.accepted(envelope, index);
  }

  private boolean inForce(String subject, String partner, String roleId) {
    var clearance =
        people
            .getOrDefault(subject, Passport.empty(subject))
            .person()
            .clearances()
            .get(Clearance.key(partner, roleId));
    return clearance != null && clearance.inForce();
  }

  private void fold(long index, String subject, Event event) {
    switch (event) {
      case RoleEvent e ->
          roles.merge(subject, Role.unknown(subject).evolve(e), (r, _) -> r.evolve(e));
      case PartnerEvent e ->
          partners.merge(subject, Partner.unknown(subject).evolve(e), (p, _) -> p.evolve(e));
      case SurgeEvent _ -> {}
      default -> {
        var entry =
            new RecordedEvent(index, "e", "QOP", subject, Instant.EPOCH, null, null, "c", event);
        people.put(subject, people.getOrDefault(subject, Passport.empty(subject)).evolve(entry));
      }
    }
  }
}
