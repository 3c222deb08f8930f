package org.icsregistry.onboarding.journey;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;
import org.jspecify.annotations.Nullable;

/**
 * How far an engagement is. Says what to do and whose turn it is, but not why an item does not do:
 * reasons follow from sealed outcomes and are kept nowhere in clear.
 *
 * @param occasion application or placement; absent for a clearance nobody needs at this moment
 * @param roleVersion the version of the profile that has to be met
 */
public record Journey(
    String partner,
    String roleId,
    @Nullable String occasion,
    State state,
    int roleVersion,
    int policyVersion,
    List<Line> lines) {

  public enum State {
    /** An application is not decided yet. */
    APPLYING,
    WAITING,
    CLEARED
  }

  /** How one requirement stands. */
  public enum Standing {
    MET,
    STATUS_CHECK_NEEDED,
    REPEAT,
    MISSING
  }

  /**
   * One requirement.
   *
   * @param requirement its code; of an application the step at which it is
   * @param nextStep what closes it; absent when it is met, as are the others
   * @param typicalDays how long that usually takes
   * @param since the day on which it became somebody's turn
   * @param dueOn the day by which it is usually done; absent while only time helps
   */
  public record Line(
      String requirement,
      boolean blocking,
      Standing standing,
      @Nullable NextStep nextStep,
      @Nullable WaitingOn waitingOn,
      @Nullable Integer typicalDays,
      @Nullable LocalDate since,
      @Nullable LocalDate dueOn) {

    private static Line met(RequirementLine line) {
      return new Line(line.code(), line.blocking(), Standing.MET, null, null, null, null, null);
    }

    static Line open(
        String code,
        boolean blocking,
        Standing standing,
        NextStep step,
        WaitingOn turn,
        int days,
        LocalDate since) {
      var dueOn = turn == WaitingOn.NOBODY ? null : since.plusDays(days);
      return new Line(code, blocking, standing, step, turn, days, since, dueOn);
    }

    boolean waits() {
      return blocking && standing != Standing.MET;
    }
  }

  public static Journey of(Situation s, List<Requirement> requirements) {
    var applying = s.engagement().applying();
    return new Journey(
        s.engagement().partner(),
        s.engagement().roleId(),
        s.engagement().occasion(),
        state(s),
        s.profile().version(),
        s.policy().version(),
        applying != null
            ? List.of(ApplicationSteps.line(applying, s.times()))
            : requirements.stream().map(r -> line(s, r)).toList());
  }

  private static State state(Situation s) {
    if (s.engagement().applying() != null) {
      return State.APPLYING;
    }
    return s.clearance().isPresent() ? State.CLEARED : State.WAITING;
  }

  /** The first thing to do; absent when nothing holds the clearance up. */
  public @Nullable NextStep nextStep() {
    return lines.stream().filter(Line::waits).map(Line::nextStep).findFirst().orElse(null);
  }

  /** Whose turn it is. */
  public WaitingOn waitingOn() {
    for (var line : lines) {
      if (line.waits() && line.waitingOn != null) {
        return line.waitingOn;
      }
    }
    return WaitingOn.NOBODY;
  }

  /** Days until everything is done, usually: what is missing is done side by side. */
  public int typicalDays() {
    return lines.stream()
        .filter(Line::waits)
        .mapToInt(l -> l.typicalDays == null ? 0 : l.typicalDays)
        .max()
        .orElse(0);
  }

  /** The day by which the first thing is usually done; absent when nothing holds it up. */
  public @Nullable LocalDate dueOn() {
    return lines.stream().filter(Line::waits).findFirst().map(Line::dueOn).orElse(null);
  }

  private static Line line(Situation s, Requirement r) {
    var line = r.line();
    var since = s.times().requirementSince(s.engagement(), line.code());
    return switch (r.status()) {
      case Met _, Bypassed _ -> Line.met(line);
      case StatusCheckNeeded n ->
          Line.open(
              line.code(),
              line.blocking(),
              Standing.STATUS_CHECK_NEEDED,
              NextStep.CHECK_UPDATE_SERVICE,
              n.owner(),
              n.typicalDays(),
              since);
      case Repeat p ->
          Line.open(
              line.code(),
              line.blocking(),
              Standing.REPEAT,
              p.nextStep(),
              p.owner(),
              p.typicalDays(),
              since);
      case Gap g ->
          Line.open(
              line.code(),
              line.blocking(),
              Standing.MISSING,
              g.nextStep(),
              g.owner(),
              g.typicalDays(),
              since);
    };
  }
}
