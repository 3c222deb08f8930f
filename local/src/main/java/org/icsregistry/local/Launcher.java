package org.icsregistry.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command behind {@code ./run}, which explains the options ({@code ./run --help}). */
@Command(name = "./run")
public final class Launcher implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Option(names = "--data")
  private @Nullable Path dataOption;

  @Option(names = "--fresh")
  private boolean fresh;

  @Option(names = "--no-demo")
  private boolean noDemo;

  @Mixin private final PortOptions portOptions = new PortOptions();

  private final PrintStream out;

  Launcher(PrintStream out) {
    this.out = out;
  }

  /** Entry point; the system property {@code icsregistry.home} names the project's directory. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(
        new CommandLine(new Launcher(out))
            .setExecutionExceptionHandler(Launcher::explain)
            .setParameterExceptionHandler(Launcher::correct)
            .execute(arguments));
  }

  @Override
  public Integer call() {
    Path home = Path.of(System.getProperty("icsregistry.home", "."));
    PortPlan ports = portOptions.plan();
    DataDirectory data =
        DataDirectory.open(Objects.requireNonNullElse(dataOption, home.resolve(".data")), fresh);
    var progress = new Progress(out, System::nanoTime);
    progress.say("ICS Volunteer Registry on this machine. Data and logs: " + data);
    var leftovers = new Leftovers(data.processes());
    if (leftovers.end() > 0) {
      progress.step("ended what an earlier run left behind");
    }
    requireFree(ports);
    var processes = new JavaProcesses(data.logs(), leftovers, PATIENCE);
    var session = new Session(data, ports, progress);
    session.stopWithThisProcess();
    session.start(new Services(home, data, ports, new AotCaches(false)), processes);
    if (!noDemo) {
      session.load(new Demonstration(Demonstration.PROGRAM, ports, data, processes));
    }
    progress.say(ports.summary(data.policy()));
    throw new Refusal(session.awaitDeath().report());
  }

  private static void requireFree(PortPlan ports) {
    List<String> problems = ports.problems();
    if (!problems.isEmpty()) {
      throw new Refusal(
          String.join("\n", problems) + "\nAll ports can be moved together: --offset 100");
    }
  }

  private static int explain(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof Refusal) {
      command.getErr().println(failure.getMessage());
      return 1;
    }
    throw failure;
  }

  private static int correct(ParameterException mistake, String[] arguments) {
    mistake.getCommandLine().getErr().println(mistake.getMessage() + "\nSee ./run --help");
    return 2;
  }
}
