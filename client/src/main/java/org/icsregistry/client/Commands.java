package org.icsregistry.client;

import java.time.LocalDate;
import java.util.UUID;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.EmergencyReason;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.Source;
import org.icsregistry.contracts.message.CheckCommand.NoteStatusCheck;
import org.icsregistry.contracts.message.CheckCommand.RecordCheck;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.Explanation;
import org.icsregistry.contracts.message.LookCommand.BreakGlass;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.PersonCommand.RegisterVolunteer;
import org.icsregistry.contracts.message.PersonName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Builds one organisation's commands. Those with personal values have methods of their own, because
 * senders give those values in clear; all others go through {@link #of}.
 */
public final class Commands {

  private final String source;

  private Commands(String organisation) {
    this.source = Source.of(organisation);
  }

  public static Commands from(String organisation) {
    return new Commands(organisation);
  }

  /**
   * A command without personal values.
   *
   * @param subject person's id, organisation's code or role's id
   * @throws IllegalArgumentException for a command that has a method of its own here
   */
  public CommandEnvelope of(String subject, Command command) {
    if (command instanceof RegisterVolunteer
        || command instanceof RecordCheck
        || command instanceof NoteStatusCheck
        || command instanceof BreakGlass) {
      throw new IllegalArgumentException(
          command.getClass().getSimpleName()
              + " holds personal values, which are sent in clear and sealed by the registry;"
              + " use the method of that name");
    }
    return envelope(command.getClass(), subject, Json.MAPPER.valueToTree(command));
  }

  /** Registers a person; without a subject the registry chooses the id and answers with it. */
  public CommandEnvelope registerVolunteer(
      @Nullable String subject, PersonName name, LocalDate dateOfBirth, Contact contact) {
    var data = Json.MAPPER.createObjectNode();
    data.set("name", Json.MAPPER.valueToTree(name));
    data.set("dateOfBirth", Json.MAPPER.valueToTree(dateOfBirth));
    data.set("contact", Json.MAPPER.valueToTree(contact));
    return envelope(RegisterVolunteer.class, subject, data);
  }

  /** Records what the organisation concluded from a check it made. */
  public CommandEnvelope recordCheck(
      String subject, UUID checkId, CheckCode check, LocalDate completedOn, CheckFinding finding) {
    var data = Json.MAPPER.createObjectNode();
    data.put("checkId", checkId.toString()).put("check", check.name());
    data.set("completedOn", Json.MAPPER.valueToTree(completedOn));
    data.set("finding", Json.MAPPER.valueToTree(finding));
    return envelope(RecordCheck.class, subject, data);
  }

  /** Notes what the DBS Update Service answered. */
  public CommandEnvelope noteStatusCheck(
      String subject, UUID checkId, LocalDate checkedOn, StatusResult result) {
    var data = Json.MAPPER.createObjectNode();
    data.put("checkId", checkId.toString());
    data.set("checkedOn", Json.MAPPER.valueToTree(checkedOn));
    data.put("result", result.name());
    return envelope(NoteStatusCheck.class, subject, data);
  }

  /**
   * Opens a person's details to a partner in an emergency. Name who saw it with {@link
   * CommandEnvelope#by}: without, a system is refused.
   */
  public CommandEnvelope breakGlass(
      String subject, String partner, EmergencyReason reason, Explanation explanation) {
    var data = Json.MAPPER.createObjectNode();
    data.put("partner", partner).put("reason", reason.name());
    data.set("explanation", Json.MAPPER.valueToTree(explanation));
    return envelope(BreakGlass.class, subject, data);
  }

  private CommandEnvelope envelope(
      Class<? extends Command> type, @Nullable String subject, JsonNode data) {
    return new CommandEnvelope(
        UUID.randomUUID().toString(),
        MessageTypes.nameOf(type),
        source,
        subject,
        null,
        null,
        null,
        data);
  }
}
