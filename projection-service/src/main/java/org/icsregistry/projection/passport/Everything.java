package org.icsregistry.projection.passport;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.message.LookEvent.GlassBroken;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.contracts.sealing.Opened;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedFields;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.keys.KeysUnavailableException;
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
class Everything {

  /** What only whoever recorded it may hand out. */
  private static final Set<String> OUTCOMES = Set.of("finding", "result");

  private final PassportReader passports;
  private final AuditTrail trail;
  private final RegistryKeys keys;

  Everything(PassportReader passports, AuditTrail trail, RegistryKeys keys) {
    this.passports = passports;
    this.trail = trail;
    this.keys = keys;
  }

  /**
   * @throws Refusal unless the person asks, or an organisation with which they share details
   */
  EverythingView about(Caller caller, String id) {
    Access.requireEver(caller, Right.SEE_DETAILS);
    var passport = passports.read(caller, id, new AsOf.Now());
    var bond = passports.bond(caller, id);
    Access.require(caller, Right.SEE_DETAILS, bond);
    Access.require(caller, Right.SEE_HISTORY, bond);
    var whole = bond != Bond.GRANTED;
    var discretion =
        whole
            ? Discretion.towardsPerson(passport.asOf())
            : Discretion.towards(caller.organisation());
    var events =
        trail.upTo(List.of(id), passport.logIndex()).stream().filter(discretion::allows).toList();
    fetchKeys(events);
    var said =
        events.stream()
            .map(event -> said(event, whole ? event.org() : caller.organisation()))
            .toList();
    return new EverythingView(id, passport.asOf(), passport.logIndex(), passport, said);
  }

  private Said said(RecordedEvent event, String reader) {
    ObjectNode data = Json.MAPPER.valueToTree(event.data());
    for (var field : SealedFields.of(event.data().getClass())) {
      var value = data.get(field);
      if (value != null && value.isString()) {
        data.set(field, opened(event, field, value.stringValue(), reader));
      }
    }
    return new Said(
        event.logIndex(),
        event.id(),
        MessageTypes.nameOf(event.data().getClass()),
        event.org(),
        event.actor(),
        event.recordedAt(),
        data);
  }

  private JsonNode opened(RecordedEvent event, String field, String jwe, String reader) {
    var holder = holder(event, field, reader);
    if (holder != null) {
      return Json.MAPPER.createObjectNode().put("heldBy", holder);
    }
    return switch (SealedValues.open(new Sealed<JsonNode>(jwe), JsonNode.class, keys)) {
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

  private void fetchKeys(List<RecordedEvent> events) {
    var sealed = new ArrayList<Sealed<?>>();
    for (var event : events) {
      var data = Json.MAPPER.valueToTree(event.data());
      for (var field : SealedFields.of(event.data().getClass())) {
        var value = data.get(field);
        if (value != null && value.isString()) {
          sealed.add(new Sealed<>(value.stringValue()));
        }
      }
    }
    try {
      keys.prefetch(sealed);
    } catch (KeysUnavailableException e) {
      throw new Refusal(
          ProblemCode.UNAVAILABLE,
          "the registry to hand out the keys of a person",
          "no keys at this moment",
          "ask again in a few seconds");
    }
  }
}
