package org.icsregistry.registry.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.OpportunityCommand;
import org.icsregistry.contracts.message.PartnerCommand;
import org.icsregistry.contracts.message.ProgrammeCommand;
import org.icsregistry.contracts.message.RoleCommand;
import org.icsregistry.contracts.message.SurgeCommand;
import org.icsregistry.registry.fixture.Commands;
import tools.jackson.databind.node.ObjectNode;

/** A whole command of every type, from the approved files of the contracts. */
final class SampleCommands {

  private static final Path APPROVED =
      Path.of("..", "contracts", "src", "test", "resources", "approved", "commands");

  private SampleCommands() {}

  /** One envelope per type, with a subject of the right kind. */
  static List<ObjectNode> all(String partner, String person) {
    return MessageTypes.COMMANDS.entrySet().stream()
        .map(type -> envelope(type.getKey(), type.getValue(), partner, person))
        .toList();
  }

  private static ObjectNode envelope(
      String name, Class<? extends Command> type, String partner, String person) {
    try {
      var data = Files.readString(APPROVED.resolve(name + ".full.json"));
      var text = Commands.envelope(partner, name, subject(type, partner, person), data);
      return (ObjectNode) Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String subject(Class<? extends Command> type, String partner, String person) {
    if (PartnerCommand.class.isAssignableFrom(type)) {
      return partner;
    }
    if (RoleCommand.class.isAssignableFrom(type)
        || OpportunityCommand.class.isAssignableFrom(type)) {
      return partner + ".HELPER";
    }
    if (ProgrammeCommand.class.isAssignableFrom(type)) {
      return partner + ".PROGRAMME.CALLS";
    }
    return SurgeCommand.class.isAssignableFrom(type) ? partner + ".SURGE.FLOOD" : person;
  }
}
