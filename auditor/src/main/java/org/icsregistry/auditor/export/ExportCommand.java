package org.icsregistry.auditor.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.icsregistry.auditor.source.Entry;
import org.icsregistry.auditor.source.EntryFlow;
import org.icsregistry.auditor.source.FlowAhead;
import org.icsregistry.auditor.source.LogSource;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.auditor.source.SourceOptions;
import org.icsregistry.auditor.terminal.CommonOptions;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.auditor.terminal.Progress;
import org.icsregistry.auditor.terminal.TrustOption;
import org.icsregistry.auditor.verify.Checkpoints;
import org.icsregistry.log.LogException;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.log.tree.Rfc6962;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code audit export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the log into a folder: checkpoint, tiles and entries as C2SP tlog-tiles lays them out, all older checkpoints, and the audit trail as CSV and JSON lines.",
      "`verify`, `prove` and `replay` take the folder, and any web server can serve it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Written; the entries lead to the signed root",
      "1:The entries do not lead to the signed root; the folder has no checkpoint",
      "2:Called wrongly",
      "3:A source could not be read, or the folder not be written"
    })
public final class ExportCommand implements Callable<Integer> {
  @Mixin private final SourceOptions sources = new SourceOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrustOption trust = new TrustOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "The folder: a new or an empty one.")
  private Path to = Path.of("");

  @Override
  public Integer call() {
    TlogPolicy trusted = trust.policy();
    LogSource source = sources.all().getFirst();
    SignedCheckpoint newest = Checkpoints.best(source, trusted, 0);
    try {
      refuseFullFolder();
      if (write(source, trusted, newest)) {
        common.say("Written to %s: %d entries".formatted(to, newest.checkpoint().size()));
        return ExitCode.GOOD;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new SourceException("Expected to write into %s, got %s".formatted(to, e), e);
    }
    common.say("NOT AS SIGNED: the entries do not lead to the signed root; `verify` says where");
    return ExitCode.ALARM;
  }

  private void refuseFullFolder() throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(to)) {
      if (files.findAny().isPresent()) {
        throw new SourceException(
            "Expected an empty folder, got %s with files in it; name a new one".formatted(to));
      }
    }
  }

  private boolean write(LogSource source, TlogPolicy trusted, SignedCheckpoint newest)
      throws IOException {
    long size = newest.checkpoint().size();
    try (LogFolder folder = new LogFolder(to);
        AuditTrail trail = new AuditTrail(to)) {
      source.eachCheckpoint(note -> keep(note, trusted, newest, folder));
      Frontier tree = entries(source, size, folder, trail);
      boolean asSigned =
          tree.size() == size && Arrays.equals(tree.root(), newest.checkpoint().root());
      if (asSigned) {
        folder.finish(newest);
      }
      return asSigned;
    }
  }

  private Frontier entries(LogSource source, long size, LogFolder folder, AuditTrail trail)
      throws IOException {
    Frontier tree = Frontier.empty();
    Progress progress = new Progress(common.progress(), "Exported", size);
    try (EntryFlow flow = new FlowAhead(source.entries(0, size))) {
      for (List<Entry> some = flow.next(); !some.isEmpty(); some = flow.next()) {
        for (int i = 0; i < some.size(); i++) {
          folder.entry(some.get(i).bytes());
          trail.entry(tree.size() + i, some.get(i).bytes());
        }
        tree = tree.plus(some.parallelStream().map(Entry::bytes).map(Rfc6962::leafHash).toList());
        progress.at(tree.size());
      }
    } catch (LogException e) {
      common.say(String.valueOf(e.getMessage()));
    }
    progress.end(tree.size());
    return tree;
  }

  /** Only what the log has signed is worth keeping. */
  private static void keep(
      byte[] note, TlogPolicy trusted, SignedCheckpoint newest, LogFolder folder) {
    try {
      SignedCheckpoint signed = SignedCheckpoint.parse(note);
      trusted.verify(signed);
      if (signed.checkpoint().size() <= newest.checkpoint().size() && !signed.equals(newest)) {
        folder.olderCheckpoint(note);
      }
    } catch (LogException notSigned) {
      // `verify` reports notes that the log has not signed.
      return;
    }
  }
}
