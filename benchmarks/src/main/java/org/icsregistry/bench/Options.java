package org.icsregistry.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is measured, for how long. */
final class Options {

  /** Ways of putting load on the system, by the names of the command line. */
  enum Measure {
    KAFKA,
    BATCH,
    SINGLE,
    AXON,
    VISIBLE,
    VERIFY,
    PROOF,
    CHECKPOINTING,
    ERASURE,
    ASSESS,
    SEALING,
    REASSESS,
    DASHBOARDS,
    ACCESS;

    /** Whether no system has to run for it. */
    boolean alone() {
      return this == ASSESS || this == SEALING;
    }
  }

  @Option(
      names = "--events",
      split = ",",
      paramLabel = "N",
      description =
          "sizes of the log at which everything is measured, ascending (default: ${DEFAULT-VALUE})")
  List<Long> sizes = List.of(10_000L, 100_000L, 1_000_000L);

  @Option(
      names = "--measure",
      split = ",",
      paramLabel = "WHAT",
      description =
          "any of ${COMPLETION-CANDIDATES}; with any of the first four, the database alone is measured too (default: all but "
              + "erasure, which lets the log grow by as many people as it wants)")
  Set<Measure> measures = EnumSet.complementOf(EnumSet.of(Measure.ERASURE));

  @Option(
      names = "--crowd",
      paramLabel = "N",
      description =
          "people in the system while some of them are forgotten (default: ${DEFAULT-VALUE})")
  long crowd = 100_000;

  @Option(
      names = "--erased",
      paramLabel = "N",
      description = "how many are forgotten, one after the other (default: ${DEFAULT-VALUE})")
  int erased = 20;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "how long each load runs in each round (default: ${DEFAULT-VALUE})")
  double seconds = 5;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "how often, in turns; the median counts (default: ${DEFAULT-VALUE})")
  int rounds = 3;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "commands per second while delays are measured (default: ${DEFAULT-VALUE})")
  int rate = 300;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      description =
          "how long answered commands are repeated before the first round, which warms the services up without growing "
              + "the log (default: ${DEFAULT-VALUE})")
  double warmUp = 60;

  @Option(
      names = "--people",
      paramLabel = "N",
      description =
          "how many people at least a change of policies concerns; the log grows to 27 entries for each (default: ${DEFAULT-VALUE})")
  long people = 10_000;

  @Option(names = "--json", paramLabel = "FILE", description = "write all figures to a file, too")
  @Nullable Path json;

  @Option(names = "--home", hidden = true, defaultValue = "${sys:icsregistry.home:-.}")
  Path home = Path.of(".");

  @Option(
      names = "--java",
      split = " ",
      paramLabel = "FLAGS",
      description = "further flags of the services' Java machines, such as those of a recording")
  List<String> flags = List.of();

  boolean wants(Measure measure) {
    return measures.contains(measure);
  }

  Duration time() {
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
