package org.icsregistry.projection.passport;

import java.util.List;
import java.util.Set;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.sealing.Opened;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedFields;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.keys.RegistryKeys;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.audit.AuditTrail;
import org.icsregistry.projection.audit.Discretion;
import org.icsregistry.projection.passport.EverythingView.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what somebody gets who asks what is known about them. */
@Component
public class Everything {

  /** What only whoever recorded it may hand out. */
  private static final Set<String> OUTCOMES = Set.of("finding", "result");

  private final PassportReader passports;
  private final AuditTrail trail;
  private final RegistryKeys keys;
  private final KeysAtHand atHand;

  Everything(PassportReader passports, AuditTrail trail, RegistryKeys keys, KeysAtHand atHand) {
    this.passports = passports;
    this.trail = trail;
    this.keys = keys;
    this.atHand = atHand;
  }

  /**
   * @throws Refusal unless the person asks, or an organisation with which they share details
   */
  public EverythingView about(Caller caller, String id) {
    Access.requireEver(caller, Right.SEE_DETAILS);
    var shown = passports.show(caller, id, new AsOf.Now());
    var passport = shown.passport();
    var bond = shown.bond();
    Access.require(caller, Right.SEE_DETAILS, bond);
    Access.require(caller, Right.SEE_HISTORY, bond);
    var whole = bond != Bond.GRANTED;
    var discretion =
        whole
            ? new Discretion.TowardsPerson(passport.asOf())
            : new Discretion.TowardsOrganisation(caller.organisation());
    var entries =
        trail.upTo(List.of(id), passport.logIndex()).stream()
            .filter(discretion::allows)
            .map(Entry::of)
            .toList();
    atHand.fetch(entries.stream().flatMap(entry -> entry.sealed().stream()).toList());
    var said =
        entries.stream()
            .map(entry -> said(entry, whole ? entry.event.org() : caller.organisation()))
            .toList();
    return new EverythingView(id, passport.asOf(), passport.logIndex(), passport, said);
  }

  /**
   * An event and its data as JSON, in which sealed values are still closed.
   *
   * @param closed fields with sealed values
   */
  private record Entry(RecordedEvent event, ObjectNode data, List<String> closed) {

    static Entry of(RecordedEvent event) {
      ObjectNode data = Json.MAPPER.valueToTree(event.data());
      var closed =
          SealedFields.of(event.data().getClass()).stream()
              .filter(field -> data.path(field).isString())
              .toList();
      return new Entry(event, data, closed);
    }

    Sealed<JsonNode> value(String field) {
      return new Sealed<>(data.path(field).stringValue());
    }

    List<Sealed<JsonNode>> sealed() {
      return closed.stream().map(this::value).toList();
    }
  }

  private Said said(Entry entry, String reader) {
    var event = entry.event;
    entry.closed.forEach(field -> entry.data.set(field, opened(entry, field, reader)));
    return new Said(
        event.logIndex(),
        event.id(),
        MessageTypes.nameOf(event.data().getClass()),
        event.org(),
        event.actor(),
        event.recordedAt(),
        entry.data);
  }

  private JsonNode opened(Entry entry, String field, String reader) {
    var holder = holder(entry.event, field, reader);
    if (holder != null) {
      return Json.MAPPER.createObjectNode().put("heldBy", holder);
    }
    return switch (SealedValues.open(entry.value(field), JsonNode.class, keys)) {
      case Opened.Known<JsonNode>(JsonNode value) -> value;
      case Opened.Erased<JsonNode>() -> Json.MAPPER.createObjectNode().put("erased", true);
    };
  }

  /**
   * Who alone hands this out; absent where it is shown. What is said of an emergency is often about
   * others.
   */
  private static @Nullable String holder(RecordedEvent event, String field, String reader) {
    if (event.data() instanceof GlassBroken e) {
      return e.partner();
    }
    return OUTCOMES.contains(field) && !event.org().equals(reader) ? event.org() : null;
  }
}
