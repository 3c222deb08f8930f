package org.icsregistry.bench.mix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An endless sequence of one partner's commands about many people at once. Each person's commands
 * are in order; whoever sends a lane's commands in order, or at least each subject's, gets no
 * refusal. Used by one thread at a time.
 */
public final class Lane {

  /** People whose stories are under way at the same time. */
  private static final int OPEN = 20;

  private final String organisation;
  private final LocalDate today;
  private final Ids ids;
  private final Handover handover;
  private final List<Volunteer> open = new ArrayList<>(OPEN);
  private final List<Envelope> remembered = new ArrayList<>();
  private Memory memory = Memory.NONE;
  private int repeated;
  private long sent;

  /** What a lane does with the commands it has given out. */
  enum Memory {
    NONE,
    KEEP,
    REPEAT
  }

  Lane(String organisation, long seed, LocalDate today, Handover handover) {
    this.organisation = organisation;
    this.today = today;
    this.ids = new Ids(seed);
    this.handover = handover;
  }

  public String organisation() {
    return organisation;
  }

  void memory(Memory wanted) {
    memory = wanted;
    if (wanted == Memory.NONE) {
      remembered.clear();
    }
  }

  /** The next command. */
  public Envelope next() {
    return switch (memory) {
      case NONE -> proceed();
      case KEEP -> {
        var command = proceed();
        remembered.add(command);
        yield command;
      }
      case REPEAT ->
          remembered.isEmpty() ? proceed() : remembered.get(repeated++ % remembered.size());
    };
  }

  private Envelope proceed() {
    int slot = ids.below(wanted());
    if (slot >= open.size()) {
      slot = open.size();
      open.add(newcomer());
    }
    var volunteer = open.get(slot);
    var command = volunteer.next().of(volunteer, ids, today);
    if (volunteer.finished()) {
      open.set(slot, newcomer());
      if (volunteer.recruitedHere()) {
        handover.finished(organisation, volunteer.id());
      }
    }
    sent++;
    return command;
  }

  /** Grows slowly, so that the mix of steps is the same from the beginning. */
  private int wanted() {
    return (int) Math.min(OPEN, 1 + sent / Step.RECRUITED.size());
  }

  private Volunteer newcomer() {
    var known = handover.next(organisation);
    return known == null
        ? new Volunteer(ids.next(), organisation, ids, Step.RECRUITED)
        : new Volunteer(known, organisation, ids, Step.RETURNING);
  }
}
