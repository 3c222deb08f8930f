package org.icsregistry.auditor;

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
    },
    description = "Shows, without trusting the registry, that its log is complete and unchanged.")
public final class Audit {

  private Audit() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Audit()).execute(args));
  }
}
