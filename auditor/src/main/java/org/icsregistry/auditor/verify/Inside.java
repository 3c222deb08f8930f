package org.icsregistry.auditor.verify;

import java.time.Instant;
import java.util.function.Consumer;
import org.icsregistry.auditor.finding.EntryFinding;
import org.icsregistry.auditor.finding.Finding;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.icsregistry.contracts.signature.SignatureLedger;
import org.jspecify.annotations.Nullable;

/** What is wrong inside events: index, time, the signature of the partner whose command it was. */
final class Inside {
  private final String source;
  private final boolean fromTheBeginning;
  private final long covered;
  private final Consumer<Finding> findings;
  private final SignatureLedger ledger = new SignatureLedger();
  private @Nullable Instant uncoveredSince;
  private Instant lastRecordedAt = Instant.MIN;

  /**
   * @param fromTheBeginning whether all events come by: partners' keys are in earlier ones, so
   *     signatures cannot be checked otherwise
   * @param covered up to which size enough witnesses have seen the log
   */
  Inside(String source, boolean fromTheBeginning, long covered, Consumer<Finding> findings) {
    this.source = source;
    this.fromTheBeginning = fromTheBeginning;
    this.covered = covered;
    this.findings = findings;
  }

  /** When the first event was recorded that is not covered; null if none can be read. */
  @Nullable Instant uncoveredSince() {
    return uncoveredSince;
  }

  void at(long index, Examined entry) {
    RecordedEvent event = entry.event();
    if (event == null) {
      findings.accept(
          entry.unknownType()
              ? new EntryFinding.UnknownType(source, index)
              : new EntryFinding.EntryMalformed(source, index, "bytes that cannot be read as one"));
      return;
    }
    if (event.logIndex() != index) {
      findings.accept(new EntryFinding.WrongIndexInside(source, index, event.logIndex()));
    }
    if (event.recordedAt().isBefore(lastRecordedAt)) {
      findings.accept(
          new EntryFinding.ClockWentBack(source, index, lastRecordedAt, event.recordedAt()));
    }
    lastRecordedAt = event.recordedAt();
    if (uncoveredSince == null && index >= covered) {
      uncoveredSince = event.recordedAt();
    }
    if (fromTheBeginning) {
      ledger
          .next(event)
          .ifPresent(defect ->
              findings.accept(
                  new EntryFinding.PartnerSignatureWrong(
                      source, index, event.org(), defect.name())));
    }
  }
}
