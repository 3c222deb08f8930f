package org.icsregistry.auditor.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.icsregistry.auditor.finding.CheckpointFinding.CheckpointRejected;
import org.icsregistry.auditor.finding.CheckpointFinding.NoCheckpoint;
import org.icsregistry.auditor.finding.CheckpointFinding.RolledBack;
import org.icsregistry.auditor.finding.CheckpointFinding.SplitView;
import org.icsregistry.auditor.finding.CheckpointFinding.TileAltered;
import org.icsregistry.auditor.finding.CheckpointFinding.TileUnreadable;
import org.icsregistry.auditor.finding.CopyFinding.ReadModelDiffers;
import org.icsregistry.auditor.finding.CopyFinding.StoreBroken;
import org.icsregistry.auditor.finding.Finding.AtIndex;
import org.icsregistry.log.checkpoint.SignedCheckpoint;

/** Findings for people and for programs. */
public final class FindingText {
  private FindingText() {}

  /** The name of the defect: {@code ENTRY_ALTERED}. */
  public static String name(Finding finding) {
    return finding
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  /** A few lines for a terminal. */
  public static String text(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(finding.weight()).append(' ').append(name(finding));
    if (finding instanceof AtIndex at) {
      text.append(" at index ").append(at.index()).append(" (").append(at.source()).append(')');
    }
    place(finding).ifPresent(place -> text.append(" in ").append(place));
    text.append("\n  expected: ").append(finding.expected());
    text.append("\n  got:      ").append(finding.received());
    text.append("\n  provable: ").append(finding.provable());
    evidence(finding).forEach(note -> text.append("\n  evidence:\n").append(text(note)));
    return text.append('\n').toString();
  }

  /** Fields for JSON. */
  public static Map<String, Object> fields(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("finding", name(finding));
    fields.put("weight", finding.weight().name());
    if (finding instanceof AtIndex at) {
      fields.put("source", at.source());
      fields.put("index", at.index());
    }
    place(finding).ifPresent(place -> fields.put("place", place));
    fields.put("expected", finding.expected());
    fields.put("received", finding.received());
    fields.put("provable", finding.provable());
    var evidence = evidence(finding);
    if (!evidence.isEmpty()) {
      fields.put("evidence", evidence.stream().map(c -> new String(c.bytes(), UTF_8)).toList());
    }
    return fields;
  }

  /** Where it is, for findings that are not about one event. */
  private static Optional<String> place(Finding finding) {
    return switch (finding) {
      case TileAltered tile -> Optional.of(tile.source() + " " + tile.path());
      case TileUnreadable tile -> Optional.of(tile.source() + " " + tile.path());
      case StoreBroken store -> Optional.of(store.what());
      case ReadModelDiffers read ->
          Optional.of("%s before index %d".formatted(read.model(), read.nextIndex()));
      case CheckpointRejected rejected -> Optional.of(rejected.source());
      case NoCheckpoint none -> Optional.of(none.source());
      case SplitView split -> Optional.of(split.source());
      case CopyFinding.PlantedWordFound planted -> Optional.of(planted.place());
      case RolledBack back -> Optional.of(back.source());
      case AtIndex _,
          CheckpointFinding.RootMismatch _,
          CheckpointFinding.CheckpointWithdrawn _,
          CheckpointFinding.NotYetCosigned _,
          CheckpointFinding.CosignatureOverdue _,
          CheckpointFinding.WitnessLagging _ ->
          Optional.empty();
    };
  }

  /** The signed checkpoints that show it. */
  public static List<SignedCheckpoint> evidence(Finding finding) {
    return switch (finding) {
      case SplitView split -> List.of(split.one(), split.other());
      case RolledBack back -> List.of(back.before(), back.now());
      case CheckpointFinding.CheckpointWithdrawn withdrawn -> List.of(withdrawn.other());
      default -> List.of();
    };
  }

  private static String text(SignedCheckpoint note) {
    return new String(note.bytes(), UTF_8).indent(4);
  }
}
