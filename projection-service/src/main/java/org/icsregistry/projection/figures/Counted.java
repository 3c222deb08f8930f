package org.icsregistry.projection.figures;

import java.time.LocalDate;
import java.util.function.BinaryOperator;
import org.icsregistry.contracts.code.CallUpAnswer;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.projection.rebuild.RowTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * What figures are counted from: ids and codes, nothing about who somebody is. Moments are in
 * milliseconds since 1970.
 */
final class Counted {

  private Counted() {}

  /** The first interest of a person at a partner, their first activity there, and their latest. */
  record Presence(
      String partner,
      String subject,
      @Nullable Long interested,
      @Nullable Long active,
      @Nullable Long latest)
      implements Row {

    Presence and(Presence more) {
      return new Presence(
          partner,
          subject,
          either(interested, more.interested, Math::min),
          either(active, more.active, Math::min),
          either(latest, more.latest, Math::max));
    }

    private static @Nullable Long either(
        @Nullable Long one, @Nullable Long other, BinaryOperator<Long> of) {
      if (one == null) {
        return other;
      }
      return other == null ? one : of.apply(one, other);
    }

    @Override
    public String key() {
      return partner + ' ' + subject;
    }
  }

  /** Time that a person gave to one kind of activity at a partner. */
  record Given(String partner, String category, String subject, long minutes) implements Row {

    Given and(Given more) {
      return new Given(partner, category, subject, minutes + more.minutes);
    }

    @Override
    public String key() {
      return partner + ' ' + category + ' ' + subject;
    }
  }

  /** Where an application stands: its last step, and whose turn it has been since. */
  record Application(String application, String step, WaitingOn turn, long since) implements Row {

    @Override
    public String key() {
      return application;
    }
  }

  /** A step that was waited for; {@code entry} is the one that ended the wait. */
  record Turn(WaitingOn turn, String subject, long entry, long took) implements Row {

    @Override
    public String key() {
      return turn.name() + ' ' + subject + ' ' + entry;
    }
  }

  /** {@code step} is the type of the last event before the exit. */
  record Exit(String step, String reason, String subject) implements Row {

    @Override
    public String key() {
      return step + ' ' + reason + ' ' + subject;
    }
  }

  /** A person about whose item a partner once decided so. */
  record Decision(String requirement, String partner, RecognitionDecision decision, String subject)
      implements Row {

    @Override
    public String key() {
      return requirement + ' ' + partner + ' ' + decision + ' ' + subject;
    }
  }

  /** What was last said about a person's clearance. */
  record Clearance(String role, String partner, String subject, boolean cleared, long since)
      implements Row {

    @Override
    public String key() {
      return role + ' ' + partner + ' ' + subject;
    }
  }

  /** {@code until} is the last day on which the requirement may wait. */
  record Bypass(String partner, String requirement, String reason, String subject, LocalDate until)
      implements Row {

    Bypass and(Bypass more) {
      return more.until.isAfter(until) ? more : this;
    }

    @Override
    public String key() {
      return partner + ' ' + requirement + ' ' + reason + ' ' + subject;
    }
  }

  /** The last warning about a line that nothing was done about; then what it warned of ends. */
  record Warning(
      String subject, String partner, String role, String requirement, int days, long ends)
      implements Row {

    @Override
    public String key() {
      return subject + ' ' + partner + ' ' + role + ' ' + requirement;
    }
  }

  /** What a person last said in a surge; nothing where they have not since they were called up. */
  record CallUp(String surge, String subject, @Nullable CallUpAnswer answer) implements Row {

    @Override
    public String key() {
      return surge + ' ' + subject;
    }
  }
}
