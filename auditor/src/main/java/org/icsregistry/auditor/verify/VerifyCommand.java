package org.icsregistry.auditor.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.icsregistry.auditor.finding.FindingText;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.SourceOptions;
import org.icsregistry.auditor.terminal.CommonOptions;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.auditor.terminal.LocalFiles;
import org.icsregistry.auditor.terminal.TrustOption;
import org.icsregistry.auditor.verify.Verification.Result;
import org.icsregistry.log.Strict;
import org.icsregistry.log.checkpoint.Checkpoint;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Reads every entry, every tile and every checkpoint of a log and names what does not fit.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All is as it was signed, and enough witnesses have seen it",
      "1:Something was changed, left out, shown differently, or not shown to witnesses for long",
      "2:Called wrongly",
      "3:A source could not be read, so nothing is said",
      "4:As it was signed, but a cosignature is late or an event is of an unknown type"
    })
public final class VerifyCommand implements Callable<Integer> {
  @Mixin private final SourceOptions sources = new SourceOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "A checkpoint kept from an earlier run: only what came after it is read.")
  private @Nullable Path from;

  @Option(
      names = "--keep",
      paramLabel = "FILE",
      description =
          "Where to keep what was verified, for --from: the newest checkpoint that enough witnesses have seen. Nothing is kept when there is an alarm.")
  private @Nullable Path keep;

  private final Clock clock;

  /** As the command line makes it. */
  public VerifyCommand() {
    this(Clock.systemUTC());
  }

  /** With another clock, which tells how long cosignatures have been missing. */
  public VerifyCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    var all = sources.all();
    common.progress().println("Reading from " + all.stream().map(s -> s.name()).toList());
    var verification =
        new Verification(
            sources.tiled(),
            sources.kafka(),
            trust.policy(),
            Optional.ofNullable(from).map(LocalFiles::checkpoint),
            clock,
            common.progress());
    Result result = verification.run();
    if (common.json()) {
      common.print(fields(result));
    } else {
      tell(result);
    }
    if (keep != null) {
      keep(result, keep);
    }
    return code(result.findings());
  }

  /** What no witness has seen may be shown to this auditor alone: it is not to be built upon. */
  private void keep(Result result, Path file) {
    if (result.findings().alarms() > 0) {
      remark("Kept nothing, because of the alarms.");
    } else if (result.cosigned().isEmpty()) {
      remark("Kept nothing: no checkpoint was cosigned by enough witnesses.");
    } else {
      LocalFiles.write(file, result.cosigned().get().bytes());
      remark(
          "Kept the checkpoint of size %d, the newest that enough witnesses have seen"
              .formatted(cosignedSize(result)));
    }
  }

  /** JSON stays one object. */
  private void remark(String text) {
    if (common.json()) {
      common.progress().println(text);
      common.progress().flush();
    } else {
      common.say(text);
    }
  }

  private static int code(Findings findings) {
    if (findings.alarms() > 0) {
      return ExitCode.ALARM;
    }
    return findings.notices() > 0 ? ExitCode.NOTICE : ExitCode.GOOD;
  }

  private void tell(Result result) {
    result.findings().all().forEach(finding -> common.say(FindingText.text(finding)));
    result.newest().map(SignedCheckpoint::checkpoint).ifPresent(this::tell);
    common.say(
        result.findings().alarms() > 0
            ? "NOT AS SIGNED: %d alarms, %d notices"
                .formatted(result.findings().alarms(), result.findings().notices())
            : "As signed: entries %d to %d, %d checkpoints; cosigned by enough witnesses up to size %d"
                .formatted(
                    result.from(), result.size() - 1, result.checkpoints(), cosignedSize(result)));
  }

  private void tell(Checkpoint newest) {
    common.say(
        "Newest checkpoint: %s, size %d, root %s"
            .formatted(newest.origin(), newest.size(), Strict.base64(newest.root())));
  }

  private static long cosignedSize(Result result) {
    return result.cosigned().map(c -> c.checkpoint().size()).orElse(0L);
  }

  private static Map<String, Object> fields(Result result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("asSigned", result.findings().alarms() == 0);
    fields.put("from", result.from());
    fields.put("size", result.size());
    fields.put("cosignedSize", cosignedSize(result));
    fields.put("checkpoints", result.checkpoints());
    result
        .newest()
        .map(SignedCheckpoint::checkpoint)
        .ifPresent(c -> {
          fields.put("origin", c.origin());
          fields.put("root", Strict.base64(c.root()));
        });
    fields.put("alarms", result.findings().alarms());
    fields.put("notices", result.findings().notices());
    fields.put("findings", result.findings().all().stream().map(FindingText::fields).toList());
    return fields;
  }
}
