package org.icsregistry.auditor;

import java.io.PrintWriter;
import org.icsregistry.auditor.export.ExportCommand;
import org.icsregistry.auditor.fsck.FsckCommand;
import org.icsregistry.auditor.monitor.MonitorCommand;
import org.icsregistry.auditor.prove.CheckCommand;
import org.icsregistry.auditor.prove.ProveCommand;
import org.icsregistry.auditor.replay.ReplayCommand;
import org.icsregistry.auditor.source.SourceException;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.auditor.verify.VerifyCommand;
import org.icsregistry.auditor.witness.WitnessCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code bin/audit}: the entry of the command line. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    subcommands = {
      HelpCommand.class,
      WitnessCommand.class,
      VerifyCommand.class,
      ProveCommand.class,
      CheckCommand.class,
      ReplayCommand.class,
      ExportCommand.class,
      MonitorCommand.class,
      FsckCommand.class,
    },
    description = "Shows, without trusting the registry, that its log is complete and unchanged.")
public final class Audit {

  private Audit() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line with all its commands. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Audit());
    line.setExecutionExceptionHandler((e, command, _) -> {
      if (e instanceof SourceException unreadable) {
        PrintWriter complaints = command.getErr();
        complaints.println(unreadable.getMessage());
        complaints.flush();
        return ExitCode.UNREADABLE;
      }
      throw e;
    });
    return line;
  }
}
