package org.icsregistry.auditor.finding;

import java.util.ArrayList;
import java.util.List;
import org.icsregistry.auditor.finding.Finding.Weight;

/** What was found so far. Keeps the first thousand and counts the rest. */
public final class Findings {
  private static final int MOST_KEPT = 1_000;

  private final List<Finding> kept = new ArrayList<>();
  private long alarms;
  private long notices;

  public void add(Finding finding) {
    switch (finding.weight()) {
      case ALARM -> alarms++;
      case NOTICE -> notices++;
    }
    if (kept.size() < MOST_KEPT) {
      kept.add(finding);
    }
  }

  /** The findings, alarms first, otherwise in the order in which they were made. */
  public List<Finding> all() {
    List<Finding> sorted = new ArrayList<>();
    kept.stream().filter(f -> f.weight() == Weight.ALARM).forEach(sorted::add);
    kept.stream().filter(f -> f.weight() == Weight.NOTICE).forEach(sorted::add);
    return sorted;
  }

  public long alarms() {
    return alarms;
  }

  public long notices() {
    return notices;
  }
}
