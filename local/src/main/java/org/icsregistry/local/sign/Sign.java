package org.icsregistry.local.sign;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.Source;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.contracts.sealing.SealedFields;
import org.icsregistry.contracts.signature.CommandSigner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code bin/sign}: makes signing keys and signs commands with them. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = {
      "Signs a command, so that everybody can show for ever that it came from you.",
      "",
      "  bin/sign --new-key rbv.jwk --as RBV --kid rbv-2026   makes a key, prints the command that registers it",
      "  bin/sign --key rbv.jwk command.json                  prints the command with its signature",
      "",
      "Exit codes: 0 done, 2 wrong options, no such key or no command."
    })
public final class Sign implements Callable<Integer> {

  private static final int UNUSABLE = 2;

  @Option(
      names = "--new-key",
      paramLabel = "FILE",
      description = "where to write the new private key")
  private @Nullable Path newKey;

  @Option(names = "--as", paramLabel = "CODE", description = "with --new-key: your organisation")
  private String organisation = "";

  @Option(names = "--kid", paramLabel = "ID", description = "with --new-key: your name for the key")
  private String keyId = "";

  @Option(names = "--key", paramLabel = "FILE", description = "the private key to sign with")
  private @Nullable Path key;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "the command as JSON; standard input when absent")
  private @Nullable Path file;

  private final PrintStream out;
  private final PrintStream err;

  Sign(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    System.exit(new CommandLine(new Sign(System.out, System.err)).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    try {
      if (newKey != null && key == null && !organisation.isEmpty() && !keyId.isEmpty()) {
        out.println(pretty(registration(newKey)));
        return 0;
      }
      if (key != null && newKey == null) {
        out.println(pretty(signed(key)));
        return 0;
      }
      err.println(
          "Expected --key FILE, or --new-key FILE with --as and --kid. See bin/sign --help");
    } catch (FileAlreadyExistsException e) {
      err.println(e.getFile() + " exists; a key is never written over another.");
    } catch (NoSuchFileException e) {
      err.println(e.getFile() + " does not exist.");
    } catch (JacksonException e) {
      // Its message quotes the text, which may be personal or a key.
      err.println("Expected one JSON document; it does not parse.");
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
    }
    return UNUSABLE;
  }

  private JsonNode registration(Path target) throws IOException {
    var signer = CommandSigner.generate(keyId);
    var source = Source.of(organisation);
    Files.createFile(
        target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(target, signer.toJwk());
    var envelope =
        Json.MAPPER
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", UUID.randomUUID().toString())
            .put("type", "RegisterSigningKey.v1")
            .put("source", source)
            .put("subject", organisation);
    envelope
        .putObject("data")
        .put("kid", keyId)
        .put("possession", signer.possession(source))
        .set("key", Json.MAPPER.valueToTree(signer.publicKey()));
    return envelope;
  }

  private JsonNode signed(Path keyFile) throws IOException {
    var signer = CommandSigner.ofJwk(Files.readString(keyFile));
    var command =
        Json.MAPPER.readTree(file == null ? System.in.readAllBytes() : Files.readAllBytes(file));
    if (!(command instanceof ObjectNode envelope)
        || !(command.get("data") instanceof ObjectNode)
        || !command.hasNonNull("id")
        || !command.hasNonNull("source")
        || !command.hasNonNull("subject")) {
      throw new IllegalArgumentException(
          "Expected a command with id, type, source, subject and data.");
    }
    var type =
        MessageTypes.command(command.path("type").asString(""))
            .orElseThrow(
                () -> new IllegalArgumentException("Expected a command type the registry knows."));
    return signer.sign(envelope, SealedFields.of(type));
  }

  private static String pretty(JsonNode node) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }
}
