package org.icsregistry.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Starts the whole system once, on free ports and empty data, and stops it, so that every program
 * writes its {@link AotCaches cache}. Part of the build ({@code bin/build}).
 */
public final class Training {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Training() {}

  /** Entry point; the system property {@code icsregistry.home} names the project's directory. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] arguments) {
    var progress =
        new Progress(new PrintStream(System.out, true, StandardCharsets.UTF_8), System::nanoTime);
    Path home = Path.of(System.getProperty("icsregistry.home", "."));
    var data = DataDirectory.open(home.resolve("target").resolve("training"), true);
    var leftovers = new Leftovers(data.processes());
    leftovers.end();
    var ports = PortPlan.ofFreePorts();
    var session = new Session(data, ports, progress);
    session.stopWithThisProcess();
    var services = new Services(home, data, ports, new AotCaches(true));
    session.start(services, new JavaProcesses(data.logs(), leftovers, PATIENCE));
    System.exit(0);
  }
}
