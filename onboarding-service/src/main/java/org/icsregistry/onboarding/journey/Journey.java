package org.icsregistry.onboarding.journey;

import java.util.List;
import org.icsregistry.contracts.code.NextStep;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.rules.Requirement;
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
   * @param nextStep what closes it; absent when it is met, as are the next two
   * @param typicalDays how long that usually takes
   */
  public record Line(
      String requirement,
      boolean blocking,
      Standing standing,
      @Nullable NextStep nextStep,
      @Nullable WaitingOn waitingOn,
      @Nullable Integer typicalDays) {

    boolean waits() {
      return blocking && standing != Standing.MET;
    }
  }

  public static Journey of(Situation s) {
    return new Journey(
        s.engagement().partner(),
        s.engagement().roleId(),
        s.engagement().occasion(),
        s.clearance().isPresent() ? State.CLEARED : State.WAITING,
        s.profile().version(),
        s.policy().version(),
        s.requirements().stream().map(Journey::line).toList());
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

  private static Line line(Requirement r) {
    var line = r.line();
    return switch (r.status()) {
      case Met _, Bypassed _ ->
          new Line(line.code(), line.blocking(), Standing.MET, null, null, null);
      case StatusCheckNeeded s ->
          new Line(
              line.code(),
              line.blocking(),
              Standing.STATUS_CHECK_NEEDED,
              NextStep.CHECK_UPDATE_SERVICE,
              s.owner(),
              s.typicalDays());
      case Repeat p ->
          new Line(
              line.code(),
              line.blocking(),
              Standing.REPEAT,
              p.nextStep(),
              p.owner(),
              p.typicalDays());
      case Gap g ->
          new Line(
              line.code(),
              line.blocking(),
              Standing.MISSING,
              g.nextStep(),
              g.owner(),
              g.typicalDays());
    };
  }
}
