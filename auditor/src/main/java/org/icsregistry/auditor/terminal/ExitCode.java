package org.icsregistry.auditor.terminal;

/** What a command tells the shell. */
public final class ExitCode {
  /** All is as it should be. */
  public static final int GOOD = 0;

  /** Something was changed, left out or shown differently; the findings say what. */
  public static final int ALARM = 1;

  /** The command was called wrongly. */
  public static final int USAGE = 2;

  /** A source could not be read, so nothing can be said. */
  public static final int UNREADABLE = 3;

  /** Nothing is wrong, but something is late or not understood, such as a cosignature. */
  public static final int NOTICE = 4;

  private ExitCode() {}
}
