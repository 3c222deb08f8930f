package org.icsregistry.auditor.finding;

/**
 * Something about a log that does not fit. Each defect has a record of its own, in one of three
 * families; none quotes the content of an event.
 */
public sealed interface Finding permits Finding.AtIndex, CopyFinding, CheckpointFinding {
  /** How bad it is. */
  enum Weight {
    /** Something was changed, left out, or shown differently to different parties. */
    ALARM,
    /** Something is late or not understood; nothing says that it was tampered with. */
    NOTICE
  }

  /** {@link Weight#ALARM} unless a finding says otherwise. */
  default Weight weight() {
    return Weight.ALARM;
  }

  /** What should have been there. */
  String expected();

  /** What was there. */
  String received();

  /** What can be shown to somebody else about it. */
  String provable();

  /** Findings about one entry. */
  sealed interface AtIndex extends Finding permits EntryFinding, CopyFinding.OfEntry {
    /** Log index of the event. */
    long index();

    /** The source that has it so. */
    String source();
  }
}
