package org.icsregistry.auditor.replay;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.auditor.source.SourceOptions;
import org.icsregistry.auditor.terminal.CommonOptions;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.auditor.terminal.TrustOption;
import org.icsregistry.auditor.verify.Checkpoints;
import org.icsregistry.contracts.envelope.MalformedEntryException;
import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Folds the log itself and prints, as of any moment, what it says: the passport of one person with the reasons of each clearance, or the figures of all. What is sealed stays sealed.",
      "With --compare, reports every difference to what the projection-service claims."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Replayed; the events lead to the signed root, and nothing differs",
      "1:The service claims something else, or the events do not lead to the signed root",
      "2:Called wrongly",
      "3:A source could not be read",
      "4:Replayed without events of types that this release does not know"
    })
public final class ReplayCommand implements Callable<Integer> {
  @Mixin private final SourceOptions sources = new SourceOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = "--as-of",
      paramLabel = "WHEN",
      converter = AsOf.Converter.class,
      description = "A log index, or an instant such as 2026-03-31T17:00:00Z; default: the end.")
  private AsOf asOf = new AsOf.Everything();

  @Option(names = "--subject", paramLabel = "ID", description = "The person.")
  private @Nullable String subject;

  @Option(
      names = "--compare",
      paramLabel = "URL",
      description = "The projection-service, such as http://localhost:8080.")
  private @Nullable URI compare;

  /** What one person's passport differs in. */
  private record Mismatch(String person, List<Comparison.Difference> differences) {}

  @Override
  public Integer call() {
    LogSource source = sources.all().getFirst();
    long least = asOf instanceof AsOf.AtIndex(long index) ? index + 1 : 0;
    Checkpoint signed = Checkpoints.best(source, trust.policy(), least).checkpoint();
    Replay replay = new Replay(subject, asOf);
    if (!isAsSigned(replay, source, signed)) {
      common.say("NOT AS SIGNED: the events do not lead to the signed root; `verify` says where");
      return ExitCode.ALARM;
    }
    if (subject != null && !replay.history().passports().containsKey(subject)) {
      throw new SourceException("Expected a person the log speaks of by then, got another id");
    }
    List<Mismatch> mismatches = compare == null ? List.of() : compare(replay, compare);
    report(replay, mismatches);
    if (!mismatches.isEmpty()) {
      return ExitCode.ALARM;
    }
    return replay.unknown() > 0 ? ExitCode.NOTICE : ExitCode.GOOD;
  }

  private boolean isAsSigned(Replay replay, LogSource source, Checkpoint signed) {
    try {
      return replay.run(source, signed, common.progress());
    } catch (LogException | MalformedEntryException | IllegalStateException e) {
      common.say(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private List<Mismatch> compare(Replay replay, URI service) {
    PassportService passports = new PassportService(service, sources.credentials());
    List<Mismatch> mismatches = new ArrayList<>();
    for (Passport passport : replay.history().passports().values()) {
      var log = Statement.of(replay.history(), passport, replay.cut());
      var claimed = passports.passport(passport.subject(), asOf.parameter(replay.cut()));
      var differences = Comparison.of(log, claimed);
      if (!differences.isEmpty()) {
        mismatches.add(new Mismatch(passport.subject(), differences));
      }
    }
    return mismatches;
  }

  private void report(Replay replay, List<Mismatch> mismatches) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("logIndex", replay.cut().index());
    result.put("asOf", replay.cut().at().toString());
    if (subject == null) {
      result.put("figures", Figures.of(replay.history()));
    } else {
      Passport passport =
          replay.history().passports().getOrDefault(subject, Passport.empty(subject));
      result.put("passport", Statement.of(replay.history(), passport, replay.cut()));
      result.put("clearances", Explanation.of(replay.history(), passport, replay.cut()));
    }
    if (replay.unknown() > 0) {
      result.put("eventsOfUnknownType", replay.unknown());
    }
    if (compare != null) {
      result.put("compared", replay.history().passports().size());
      result.put("differences", mismatches);
    }
    // What is replayed has the form of JSON for people too; only the verdict is added.
    common.print(result);
    if (!common.json()) {
      common.say(verdict(replay, mismatches));
    }
  }

  private String verdict(Replay replay, List<Mismatch> mismatches) {
    String replayed = "Replayed up to index %d, as signed".formatted(replay.cut().index());
    if (compare == null) {
      return replayed;
    }
    return mismatches.isEmpty()
        ? "%s; %d passports compared, no difference"
            .formatted(replayed, replay.history().passports().size())
        : "%s; THE SERVICE CLAIMS SOMETHING ELSE about %d of %d people"
            .formatted(replayed, mismatches.size(), replay.history().passports().size());
  }
}
