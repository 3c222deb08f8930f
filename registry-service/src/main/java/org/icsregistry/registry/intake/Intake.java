package org.icsregistry.registry.intake;

import static org.icsregistry.contracts.problem.ProblemCode.*;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Format;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.message.PersonCommand.RegisterVolunteer;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.access.RightRefusal;
import org.icsregistry.registry.batch.CommandQueue;
import org.icsregistry.registry.batch.Submission;
import org.icsregistry.registry.command.CommandContext.Origin;
import org.icsregistry.registry.keys.DataKey;
import org.icsregistry.registry.keys.ReceiptMac;
import org.icsregistry.registry.store.AggregateKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * From bytes to a command that waits for its decision. Everything that needs no state is checked
 * here, outside the batch; from here on personal values exist only sealed.
 */
@Component
public class Intake {

  /**
   * Largest command, in bytes. Sealing adds about half, so that its events fit into an entry of the
   * log.
   */
  public static final int MAX_COMMAND_BYTES = 32_768;

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Pattern ORGANISATION = Pattern.compile(Format.ORGANISATION);
  private static final Pattern ROLE = Pattern.compile(Format.ROLE);
  private static final Pattern PROGRAMME = Pattern.compile(Format.PROGRAMME);
  private static final Pattern SURGE = Pattern.compile(Format.SURGE);

  private final DataRules rules;
  private final Sealer sealer;
  private final SignatureReader signatures;
  private final ReceiptMac macs;

  Intake(DataRules rules, Sealer sealer, SignatureReader signatures, ReceiptMac macs) {
    this.rules = rules;
    this.sealer = sealer;
    this.signatures = signatures;
    this.macs = macs;
  }

  /** Reads one JSON document. */
  public static JsonNode parse(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      throw malformed("nothing");
    }
    try {
      var document = Json.MAPPER.readTree(body);
      if (document.isMissingNode()) {
        throw malformed("white space");
      }
      return document;
    } catch (JacksonException e) {
      // The message of the parser quotes the text, which may be personal.
      @Nullable TokenStreamLocation at = e.getLocation();
      throw malformed(
          at == null
              ? "a document that is nested too deep or holds too long a text"
              : "a document that breaks at line "
                  + at.getLineNr()
                  + ", column "
                  + at.getColumnNr());
    }
  }

  /** Refuses a command that is too long, before any of it is read if that can be known. */
  static void requireSize(int bytes) {
    if (bytes > MAX_COMMAND_BYTES) {
      throw new Refusal(
          BODY_TOO_LARGE,
          "a command of at most " + MAX_COMMAND_BYTES + " bytes",
          bytes + " bytes",
          "send less in one command; an entry of the log holds at most 65,535 bytes");
    }
  }

  /**
   * Checks and seals one command. A fault of ours concerns this command alone, so it is an answer
   * like a refusal; only a store that cannot be reached is not.
   */
  public Submission accept(JsonNode document, Sender sender) {
    try {
      return checked(document, sender);
    } catch (Refusal | DataAccessException | TransactionException known) {
      throw known;
    } catch (RuntimeException fault) {
      LOG.error("A command could not be taken in", fault);
      throw new Refusal(CommandQueue.undecided());
    }
  }

  private Submission checked(JsonNode document, Sender sender) {
    var envelope = CommandEnvelope.of(document);
    var canonical = CanonicalJson.bytes(document);
    requireSize(canonical.length);
    if (!envelope.organisation().equals(sender.organisation())) {
      throw new RightRefusal(
          Right.SEND_COMMANDS,
          WRONG_SOURCE,
          "source urn:org:" + sender.organisation() + ", the organisation that is signed in",
          "urn:org:" + envelope.organisation(),
          "send it as " + envelope.organisation() + ", or correct the source");
    }
    var type = commandType(envelope.type());
    requireMaySend(sender, type);
    var actor = sender.actorOf(type, envelope.actor());
    rules.check(envelope.type(), type, envelope.data());
    var subject = subject(envelope, type);
    var mac = macs.of(canonical);
    var keys = new ArrayList<DataKey>();
    var data = sealer.seal(type, envelope, subject, keys);
    var signedBy = signatures.read(document, envelope, type, keys);
    var command = Json.MAPPER.treeToValue(data, type);
    subjectFits(command, subject);
    var origin =
        new Origin(
            sender.organisation(),
            subject,
            envelope.id(),
            actor,
            envelope.correlationId(),
            signedBy);
    return new Submission(origin, command, mac, keys);
  }

  private static void requireMaySend(Sender sender, Class<? extends Command> type) {
    if (!sender.maySend(type)) {
      throw new RightRefusal(
          sender.missing(),
          NOT_ALLOWED,
          sender.choicesOnly()
              ? "who sees or saw a person's details, such as GrantSharing.v1 or NoteLook.v1"
              : "BreakGlass.v1 from a coordinator or a partner's system",
          "a command that this office does not send",
          "send it as the organisation whose matter it is, by somebody who knows the person");
    }
  }

  private static Class<? extends Command> commandType(String name) {
    return MessageTypes.command(name)
        .orElseThrow(() ->
            new Refusal(
                UNKNOWN_TYPE,
                "one of " + String.join(", ", MessageTypes.COMMANDS.keySet()),
                name,
                "correct the type or its version; GET /v1/schemas lists them"));
  }

  /** A person who is being registered without an id gets one. */
  private static String subject(CommandEnvelope envelope, Class<? extends Command> type) {
    if (envelope.subject() != null) {
      return envelope.subject();
    }
    if (type == RegisterVolunteer.class) {
      return UUID.randomUUID().toString();
    }
    throw new Refusal(
        INVALID_ENVELOPE,
        "attribute subject: whom or what the command is about",
        "nothing",
        "name the person's UUID, the organisation's code or the role's id");
  }

  private static void subjectFits(Command command, String subject) {
    var fits =
        switch (AggregateKind.of(command)) {
          case PARTNER -> ORGANISATION.matcher(subject).matches();
          case ROLE, OPPORTUNITY -> ROLE.matcher(subject).matches();
          case VOLUNTEER, APPLICATION, PLACEMENT, PASSPORT -> Format.isUuid(subject);
          case PROGRAMME -> PROGRAMME.matcher(subject).matches();
          case SURGE -> SURGE.matcher(subject).matches();
        };
    if (!fits) {
      throw new Refusal(
          INVALID_ENVELOPE,
          "attribute subject: "
              + switch (AggregateKind.of(command)) {
                case PARTNER -> "an organisation's code";
                case ROLE -> "a role's id, <owner>.<CODE>";
                case OPPORTUNITY -> "an opportunity's id, <owner>.<CODE>";
                case VOLUNTEER, APPLICATION, PLACEMENT, PASSPORT -> "a person's UUID";
                case PROGRAMME -> "a programme's id, <owner>.PROGRAMME.<CODE>";
                case SURGE -> "a surge's id, <host>.SURGE.<CODE>";
              },
          "an identifier of another kind",
          "correct the subject");
    }
  }

  private static Refusal malformed(String received) {
    return new Refusal(
        MALFORMED_JSON,
        "one JSON document in UTF-8",
        received,
        "correct the document and send it again");
  }

  /** The commands of a batch, or a refusal of the whole. */
  static List<JsonNode> items(JsonNode document, int limit) {
    if (!document.isArray()) {
      throw malformed("a document that is not an array");
    }
    if (document.size() > limit) {
      throw new Refusal(
          BATCH_TOO_LARGE,
          "at most " + limit + " commands in one batch",
          document.size() + " commands",
          "send them in several batches");
    }
    return document.valueStream().toList();
  }
}
