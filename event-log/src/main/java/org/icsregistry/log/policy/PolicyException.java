package org.icsregistry.log.policy;

import org.icsregistry.log.LogException;

/**
 * A policy file cannot be used, or a checkpoint does not satisfy it; each defect has its own class.
 */
public abstract sealed class PolicyException extends LogException {
  private PolicyException(String message) {
    super(message);
  }

  private PolicyException(String message, Throwable cause) {
    super(message, cause);
  }

  /** More bytes than any sensible policy has. */
  public static final class TooLarge extends PolicyException {
    TooLarge(int length, int most) {
      super("A policy has at most %d bytes, not %d".formatted(most, length));
    }
  }

  /** A control character other than tab and newline. */
  public static final class ControlCharacter extends PolicyException {
    ControlCharacter(int line) {
      super("Line %d of the policy has a control character other than a tab".formatted(line));
    }
  }

  /** A line of none of the forms there are. */
  public static final class MalformedLine extends PolicyException {
    MalformedLine(int line, String form) {
      super("Line %d of the policy is not of the form: %s".formatted(line, form));
    }
  }

  /** A key that cannot be used for a log or a witness; the cause says why. */
  public static final class UnusableKey extends PolicyException {
    UnusableKey(int line, LogException cause) {
      super(
          "The key in line %d of the policy cannot be used: %s".formatted(line, cause.getMessage()),
          cause);
    }
  }

  /** The same public key in two lines of one kind. */
  public static final class DuplicateKey extends PolicyException {
    DuplicateKey(int line) {
      super(
          "The public key in line %d of the policy is in an earlier line already".formatted(line));
    }
  }

  /** A name that a witness or a group has already, or that is reserved. */
  public static final class NameTaken extends PolicyException {
    NameTaken(int line) {
      super(
          "The name in line %d of the policy is taken by an earlier line, or is the reserved word none"
              .formatted(line));
    }
  }

  /** A name that no earlier line defines. */
  public static final class UnknownName extends PolicyException {
    UnknownName(int line) {
      super("Line %d of the policy uses a name that no earlier line defines".formatted(line));
    }
  }

  /** A member that belongs to a group already. */
  public static final class MemberTwice extends PolicyException {
    MemberTwice(int line) {
      super("Line %d of the policy lists a member that is in a group already".formatted(line));
    }
  }

  /** A group that asks for fewer members than one or more than it has. */
  public static final class ThresholdOutOfRange extends PolicyException {
    ThresholdOutOfRange(int line, int members) {
      super(
          "The group in line %d of the policy has to ask for 1 to %d of its members"
              .formatted(line, members));
    }
  }

  /** More logs, witnesses or groups than are supported. */
  public static final class TooManyLines extends PolicyException {
    TooManyLines(int line, int most) {
      super(
          "Line %d of the policy exceeds the %d logs, witnesses and groups of each kind"
              .formatted(line, most));
    }
  }

  /** No quorum, or a second one. */
  public static final class NotOneQuorum extends PolicyException {
    NotOneQuorum(int quorums) {
      super("A policy has exactly one quorum line, not " + quorums);
    }
  }

  /** The checkpoint is of a log that the policy does not list. */
  public static final class UnknownLog extends PolicyException {
    UnknownLog() {
      super("The policy lists no key for the origin of this checkpoint");
    }
  }

  /** Too few witnesses have cosigned. */
  public static final class QuorumNotReached extends PolicyException {
    QuorumNotReached(int cosigned, int witnesses) {
      super(
          "The cosignatures of %d of %d witnesses do not make the quorum"
              .formatted(cosigned, witnesses));
    }
  }
}
