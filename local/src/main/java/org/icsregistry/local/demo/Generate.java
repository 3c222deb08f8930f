package org.icsregistry.local.demo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.icsregistry.local.demo.Generator.Settings;
import org.icsregistry.local.demo.play.PlayStoppedException;
import org.icsregistry.local.send.KafkaAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command behind {@code bin/generate}. */
@Command(
    name = "bin/generate",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "",
      "Makes commands about invented people for a system of any size, with realistic mixes, and"
          + " sends them through Kafka or writes them to a file, one CloudEvents document a line.",
      "The same options give the same commands, byte for byte, so sending them again changes"
          + " nothing.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; with --send every command was sent and its answer looked at",
      "1:an answer was not the expected one, nobody answered, or the file cannot be written",
      "2:wrong options"
    })
public final class Generate implements Callable<Integer> {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  @Option(
      names = "--people",
      required = true,
      paramLabel = "N",
      description = "how many people; each leads to some 20 events")
  private long people;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description =
          "chooses the population (${DEFAULT-VALUE}); another day needs another one, because the"
              + " same ids would stand for other commands, which is refused as"
              + " DUPLICATE_ID_DIFFERENT_BODY")
  private long seed;

  @Option(
      names = "--partners",
      paramLabel = "P",
      defaultValue = "11",
      description =
          "partners beside the ICS host (${DEFAULT-VALUE}, those of the demonstration), at most"
              + " what the reference data holds")
  private int partners;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description =
          "the day up to which things have happened (today); to be sent within some two weeks")
  private @Nullable LocalDate day;

  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  @Mixin private KafkaAddress kafka = new KafkaAddress();

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      defaultValue = "2000",
      description = "with --send, how many commands may wait for their answers (${DEFAULT-VALUE})")
  private int inFlight;

  @SuppressWarnings("UnusedVariable") // picocli acts on it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  /** Where the commands go: one of both. */
  static final class Target {

    @Option(
        names = "--send",
        required = true,
        description = "send through Kafka of a local system that runs")
    private boolean send;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "write to a file")
    private @Nullable Path file;
  }

  private final PrintStream progress;
  private final boolean terminal;
  private final Clock clock;

  Generate(PrintStream progress, boolean terminal, Clock clock) {
    this.progress = progress;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Entry point. */
  @SuppressWarnings({
    "SystemOut", // a command line
    "SystemConsoleNull" // JDK 22 to 24 never returned null, JDK 25 does again without a terminal
  })
  public static void main(String[] arguments) {
    var progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    var console = System.console();
    boolean terminal = console != null && console.isTerminal();
    System.exit(run(progress, terminal, Clock.system(ZONE), arguments));
  }

  static int run(PrintStream progress, boolean terminal, Clock clock, String... arguments) {
    return new CommandLine(new Generate(progress, terminal, clock))
        .setExecutionExceptionHandler(Generate::explain)
        .execute(arguments);
  }

  @Override
  public Integer call() {
    var generator = new Generator(settings());
    var bar = new ProgressBar(progress, terminal, people);
    if (target.send) {
      try (var channel = LoaderSignIn.channel(kafka.bootstrap(), kafka.tokenUrl())) {
        new BulkSend(generator, bar).through(channel, inFlight);
      }
    } else {
      new CommandFile(generator, bar).write(Objects.requireNonNull(target.file));
    }
    return 0;
  }

  private Settings settings() {
    if (people < 0 || inFlight < 1) {
      throw new IllegalArgumentException(
          "Expected --people of 0 or more and --in-flight of 1 or more.");
    }
    return new Settings(people, seed, partners, day == null ? LocalDate.now(clock) : day);
  }

  private static int explain(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    return switch (failure) {
      case IllegalArgumentException e -> told(command, e, 2);
      case PlayStoppedException e -> told(command, e, 1);
      case UncheckedIOException e -> told(command, e, 1);
      default -> throw failure;
    };
  }

  private static int told(CommandLine command, Exception failure, int code) {
    command.getErr().println();
    command.getErr().println(failure.getMessage());
    return code;
  }
}
