package org.icsregistry.local;

import java.util.List;
import java.util.Map;

/**
 * Plays the demonstration ICS into a new system: the program lives in the package {@code demo} and
 * speaks the public contract.
 */
final class Demonstration {

  static final String PROGRAM = "org.icsregistry.local.demo.LoadDemo";

  private final String program;
  private final PortPlan ports;
  private final DataDirectory data;
  private final JavaProcesses processes;

  Demonstration(String program, PortPlan ports, DataDirectory data, JavaProcesses processes) {
    this.program = program;
    this.ports = ports;
    this.data = data;
    this.processes = processes;
  }

  /**
   * Loads it unless this data directory already holds it. An interrupted load is repeated, which
   * changes nothing twice.
   */
  void loadOnce(Parts parts, Progress progress) {
    if (data.holdsDemonstration()) {
      return;
    }
    progress.step("loading the demonstration ICS");
    JavaPart loader = parts.run(() -> processes.startVisibly(loader(), Part.Tier.SERVICE));
    int code = loader.process().onExit().join().exitValue();
    if (code != 0) {
      throw new Refusal(
          "The demonstration could not be loaded (exit code %d). The last lines of %s:%n%s"
              .formatted(code, loader.log(), PartDied.tail(loader.log())));
    }
    data.noteDemonstration();
    progress.step("the demonstration ICS is loaded");
  }

  private JavaProgram loader() {
    return JavaProgram.ofThisClassPath(
        "demonstration",
        List.of(
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dlogback.configurationFile=engine-logback.xml"),
        Map.of(),
        program,
        "--bootstrap",
        "127.0.0.1:" + ports.of(Place.KAFKA),
        "--registry-url",
        ports.url(Place.REGISTRY),
        "--token-url",
        ports.url(Place.SIGN_IN) + "/oauth2/token");
  }
}
