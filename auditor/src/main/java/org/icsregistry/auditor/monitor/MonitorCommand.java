package org.icsregistry.auditor.monitor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.icsregistry.auditor.finding.FindingText;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.auditor.source.SourceOptions;
import org.icsregistry.auditor.source.TiledSource;
import org.icsregistry.auditor.terminal.CommonOptions;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.auditor.terminal.LocalFiles;
import org.icsregistry.auditor.terminal.TrustOption;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit monitor}. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps watching a log: compares what it shows now with what it showed before and with what others were shown, by consistency proofs.",
      "Ends at the first alarm, with both signed checkpoints as evidence. A log or a peer that does not answer is tried again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:With --once: no alarm",
      "1:Split view or rollback; the evidence is printed",
      "2:Called wrongly",
      "3:With --once: the log could not be read"
    })
public final class MonitorCommand implements Callable<Integer> {
  @Mixin private final SourceOptions sources = new SourceOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = "--peer",
      paramLabel = "WHERE",
      description =
          "Who else was shown the log: the address of a copy or of a witness, or a file with a checkpoint. Any number of times.")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--state",
      required = true,
      paramLabel = "FILE",
      description = "Where to keep the newest checkpoint seen, from one look to the next.")
  private Path state = Path.of("");

  @Option(names = "--once", description = "Look once, for cron.")
  private boolean once;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait between two looks; default: ${DEFAULT-VALUE}.")
  private int interval;

  @Override
  public Integer call() throws InterruptedException {
    TlogPolicy trusted = trust.policy();
    TiledSource log =
        sources
            .tiled()
            .orElseThrow(
                () -> new SourceException("Expected --url or --folder to watch, got none"));
    while (true) {
      Watch watch =
          new Watch(log, peers.stream().map(Peer::new).toList(), trusted, common.progress());
      try {
        Optional<SignedCheckpoint> seen = watch.look(kept());
        if (watch.findings().alarms() > 0) {
          return report(watch.findings(), seen, ExitCode.ALARM);
        }
        seen.ifPresent(signed -> LocalFiles.write(state, signed.bytes()));
        if (once) {
          return report(watch.findings(), seen, ExitCode.GOOD);
        }
      } catch (SourceException unreadable) {
        if (once) {
          throw unreadable;
        }
        common.progress().println(unreadable.getMessage());
        common.progress().flush();
      }
      Thread.sleep(Duration.ofSeconds(interval));
    }
  }

  private Optional<SignedCheckpoint> kept() {
    return Files.exists(state) ? Optional.of(LocalFiles.checkpoint(state)) : Optional.empty();
  }

  private int report(Findings findings, Optional<SignedCheckpoint> seen, int code) {
    long size = seen.map(signed -> signed.checkpoint().size()).orElse(0L);
    if (common.json()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("size", size);
      fields.put("peers", peers);
      fields.put("findings", findings.all().stream().map(FindingText::fields).toList());
      common.print(fields);
    } else {
      findings.all().forEach(finding -> common.say(FindingText.text(finding)));
      common.say(
          code == ExitCode.GOOD
              ? "Consistent up to size %d, with %d peers".formatted(size, peers.size())
              : "ALARM: keep the evidence above, and tell the partners");
    }
    return code;
  }
}
