package org.icsregistry.contracts.signature;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Opened;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedFields;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.contracts.sealing.SealingException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether the sealed values of an event are those whose digests were signed. Their number and the
 * command they were sealed for can be seen without a key; the values only with one.
 */
final class SealedMatch {

  enum Verdict {
    SAME,
    DIFFERENT,
    UNREADABLE
  }

  private final KeySource keys;

  SealedMatch(KeySource keys) {
    this.keys = keys;
  }

  Verdict of(RecordedEvent event, SignedCommand signed, @Nullable String disclosures) {
    try {
      return compare(event, signed, disclosed(disclosures));
    } catch (SealingException | SignatureException e) {
      return Verdict.UNREADABLE;
    }
  }

  private Verdict compare(
      RecordedEvent event, SignedCommand signed, List<Sealed<String>> disclosures) {
    var values = values(event);
    boolean all =
        disclosures.size() == signed.digests().size() && values.size() == disclosures.size();
    boolean forThis =
        values.values().stream().allMatch(v -> sealedFor(v, event))
            && disclosures.stream().allMatch(d -> sealedFor(d, event));
    return all && forThis && disclosures.stream().allMatch(d -> matches(d, values, signed))
        ? Verdict.SAME
        : Verdict.DIFFERENT;
  }

  private static boolean sealedFor(Sealed<?> value, RecordedEvent event) {
    return SealedValues.commandId(value).equals(event.causationId());
  }

  /** What cannot be opened, because the key is destroyed or not given, is not compared. */
  private boolean matches(
      Sealed<String> sealed, Map<String, Sealed<JsonNode>> values, SignedCommand signed) {
    return switch (SealedValues.open(sealed, String.class, keys)) {
      case Opened.Erased<String> _ -> true;
      case Opened.Known<String>(var text) -> {
        var disclosure = Disclosure.parse(text);
        var value = values.get(disclosure.field());
        yield value != null
            && signed.digests().contains(disclosure.digest())
            && switch (SealedValues.open(value, JsonNode.class, keys)) {
              case Opened.Erased<JsonNode> _ -> true;
              case Opened.Known<JsonNode>(var known) -> SameJson.same(known, disclosure.value());
            };
      }
    };
  }

  private static Map<String, Sealed<JsonNode>> values(RecordedEvent event) {
    var recorded = Json.MAPPER.valueToTree(event.data());
    var values = new HashMap<String, Sealed<JsonNode>>();
    for (var name : SealedFields.of(event.data().getClass())) {
      var value = recorded.path(name);
      if (value.isString()) {
        values.put(name, new Sealed<>(value.stringValue()));
      }
    }
    return values;
  }

  private static List<Sealed<String>> disclosed(@Nullable String disclosures) {
    if (disclosures == null) {
      return List.of();
    }
    var jwes = disclosures.split("~", -1);
    return Arrays.stream(jwes, 0, jwes.length - 1).map(Sealed<String>::new).toList();
  }
}
