package org.icsregistry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.icsregistry.bench.Options.Measure;
import org.icsregistry.bench.journey.Assessing;
import org.icsregistry.bench.sealing.Sealing;
import org.icsregistry.bench.system.SystemUnderTest;
import org.icsregistry.bench.system.SystemUnderTest.Service;
import org.icsregistry.registry.command.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bin/bench}: how fast the system is, as ratios within one run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures how fast commands become durable, beside the bare database and beside plain Axon on the same database; how "
            + "soon passports show them; how fast somebody's way is looked at, and everybody's after a change of policies; how fast the log is verified, beside a plain read; how soon proofs are served; how soon shared figures are there; "
            + "what signing checkpoints costs; and what deciding who sees somebody adds to a request. All on engines of its own, in a directory that goes away. Prints Markdown; "
            + "progress goes to standard error. Exit codes: 0 measured, 1 not measured, 2 wrong options.")
public final class Bench implements Callable<Integer> {

  @Mixin private Options options = new Options();

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    var clock = Clock.system(CommandContext.ZONE);
    long start = System.nanoTime();
    var assess =
        options.wants(Measure.ASSESS) ? new Assessing().microseconds(options.time()) : null;
    var sealing = options.wants(Measure.SEALING) ? new Sealing().run(options.time()) : null;
    if (options.measures.stream().allMatch(Measure::alone)) {
      print(
          new Report(
              Report.thisMachine(),
              Map.of(),
              List.of(),
              new JourneyFigures(assess, null),
              sealing,
              null));
      return 0;
    }
    progress(start, "Database, broker and registry start");
    try (var system = SystemUnderTest.start(options.home, options.flags, Service.REGISTRY);
        var series = new Series(options, system, clock, line -> progress(start, line))) {
      series.warmUp();
      var sizes = new ArrayList<Figures>();
      for (long size : options.sizes) {
        sizes.add(series.at(size));
      }
      var access = series.access();
      var journey = new JourneyFigures(assess, series.reassess());
      print(
          new Report(Report.thisMachine(), series.descriptions(), sizes, journey, sealing, access));
    }
    return 0;
  }

  private void print(Report report) throws IOException {
    if (options.json != null) {
      Files.writeString(options.json, report.json());
    }
    System.out.println(report.markdown());
  }

  private static void progress(long start, String line) {
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    System.err.printf("%3d:%02d  %s%n", seconds / 60, seconds % 60, line);
  }
}
