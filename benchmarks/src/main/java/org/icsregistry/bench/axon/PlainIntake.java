package org.icsregistry.bench.axon;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.bench.mix.Envelope;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedAs;
import org.icsregistry.kit.fixture.TestVault;
import tools.jackson.databind.node.ObjectNode;

/**
 * From JSON to a command, with personal values sealed, and nothing else: no schema, no receipts, no
 * stored keys.
 */
final class PlainIntake {

  private static final ClassValue<List<RecordComponent>> SEALED =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .filter(c -> c.getType() == Sealed.class)
              .toList();
        }
      };

  private final TestVault vault = new TestVault();

  TestVault vault() {
    return vault;
  }

  Command command(Envelope envelope) {
    var type = MessageTypes.command(envelope.type()).orElseThrow();
    var data = (ObjectNode) Json.MAPPER.readTree(envelope.json()).required("data");
    for (var component : SEALED.get(type)) {
      var value = data.get(component.getName());
      if (value != null) {
        var field = type.getSimpleName() + "." + component.getName();
        var category = component.getAnnotation(SealedAs.class).value();
        data.put(component.getName(), vault.seal(envelope.subject(), category, field, value).jwe());
      }
    }
    return Json.MAPPER.treeToValue(data, type);
  }
}
