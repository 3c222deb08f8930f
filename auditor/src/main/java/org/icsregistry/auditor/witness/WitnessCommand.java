package org.icsregistry.auditor.witness;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.CheckpointVerifiers;
import org.icsregistry.log.checkpoint.Cosigner;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.icsregistry.log.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bin/audit witness}. */
@Command(
    name = "witness",
    mixinStandardHelpOptions = true,
    description =
        "Runs a witness: cosigns each checkpoint of a log that is consistent with the one before (C2SP tlog-witness).",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the key was printed, or the empty state written",
      "1:the witness cannot start; the message says why",
      "2:wrong options",
      "143:stopped by a signal"
    })
public final class WitnessCommand implements Callable<Integer> {

  /** What a key is made as; an existing file keeps its own kind. */
  enum Algorithm {
    ED25519(KeyType.ED25519_COSIGNATURE),
    ML_DSA_44(KeyType.ML_DSA_44_COSIGNATURE);

    private final KeyType type;

    Algorithm(KeyType type) {
      this.type = type;
    }
  }

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description =
          "Name of the witness in its cosignatures: a URL without scheme, such as witness.christie.nhs.uk.")
  private String name = "";

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "FILE",
      description = "Its secret key. Made when missing; its verifier key is printed.")
  private Path keyFile = Path.of("");

  @Option(
      names = "--algorithm",
      defaultValue = "ED25519",
      paramLabel = "NAME",
      description = "Of a key that is made: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Algorithm algorithm = Algorithm.ED25519;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = "witness-state",
      description =
          "Where it keeps what it has cosigned (default: ${DEFAULT-VALUE}). Never restore an older copy.")
  private Path stateDirectory = Path.of("");

  @Option(
      names = "--log",
      paramLabel = "VKEY",
      description =
          "Verifier key of a log to witness; its name is the log's origin. Repeat it for further logs, and for both keys while a log changes its key.")
  private List<String> logs = new ArrayList<>();

  @Option(
      names = "--init",
      description =
          "Write the empty tree as the state of each log that has none yet, and end. Once only: after a loss of state this would let a changed history pass.")
  private boolean init;

  @Option(
      names = "--begin-at",
      paramLabel = "FILE",
      description =
          "After a loss of state: begin at this checkpoint, which another witness or a monitor kept.")
  private @Nullable Path beginAt;

  @Option(
      names = "--address",
      paramLabel = "HOST",
      defaultValue = "localhost",
      description = "Address to listen on (default: ${DEFAULT-VALUE}); TLS is a proxy's work.")
  private String address = "localhost";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8090",
      description = "Port to listen on (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--print-key", description = "Print the verifier key and end.")
  private boolean printKey;

  @Spec private @Nullable CommandSpec spec;

  private final Clock clock;

  /** As the command line makes it. */
  public WitnessCommand() {
    this(Clock.systemUTC());
  }

  WitnessCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      var key = KeyFile.readOrCreate(keyFile, name, algorithm.type);
      if (printKey) {
        out().out().println(key.verifierKey().text());
        return 0;
      }
      if (init) {
        begin(key, knownLogs());
      } else {
        serve(key, knownLogs());
      }
      return 0;
    } catch (WitnessException | LogException e) {
      out().err().println(e.getMessage());
      return 1;
    }
  }

  /** Serves nothing: a service that begins by itself would do so after a loss of state too. */
  private void begin(SigningKey key, List<VerifierKey> known) {
    if (beginAt != null) {
      throw wrong("Give --init or --begin-at FILE, not both: --init begins with the empty tree");
    }
    try (var state = State.open(stateDirectory)) {
      Witness.open(new Cosigner(key), known, state, Witness.Beginning.AT_ZERO, clock);
    }
    out()
        .out()
        .println(
            "The state in %s is ready. Start the witness without --init".formatted(stateDirectory));
  }

  private void serve(SigningKey key, List<VerifierKey> known) throws InterruptedException {
    var cosigner = new Cosigner(key);
    try (var state = State.open(stateDirectory)) {
      if (beginAt != null) {
        Witness.beginAt(checkpoint(beginAt), cosigner, known, state, clock);
      }
      var witness = Witness.open(cosigner, known, state, Witness.Beginning.REFUSED, clock);
      try (var server = WitnessServer.start(new InetSocketAddress(address, port), witness)) {
        out().out().println("Witness " + key.verifierKey().text());
        out().out().println("Ready on http://" + address + ":" + server.port());
        untilStopped();
      }
    }
  }

  /** A signal ends the process; what was answered is on the disk already. */
  private static void untilStopped() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private List<VerifierKey> knownLogs() {
    if (logs.isEmpty()) {
      throw wrong("Which logs? Give at least one --log VKEY");
    }
    return logs.stream().map(this::logKey).toList();
  }

  private VerifierKey logKey(String text) {
    try {
      return CheckpointVerifiers.ofLog(VerifierKey.parse(text)).key();
    } catch (LogException e) {
      throw wrong("--log: " + e.getMessage());
    }
  }

  private static SignedCheckpoint checkpoint(Path file) {
    try {
      return SignedCheckpoint.parse(Files.readAllBytes(file));
    } catch (IOException | LogException e) {
      throw new WitnessException("%s is no checkpoint: %s".formatted(file, e.getMessage()), e);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(requireNonNull(spec).commandLine(), message);
  }

  private record Output(PrintWriter out, PrintWriter err) {}

  private Output out() {
    var line = requireNonNull(spec).commandLine();
    return new Output(line.getOut(), line.getErr());
  }
}
