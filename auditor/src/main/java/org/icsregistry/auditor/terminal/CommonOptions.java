package org.icsregistry.auditor.terminal;

import java.io.PrintWriter;
import java.io.Writer;
import org.icsregistry.contracts.envelope.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Results go to standard output, progress and complaints to standard error. */
public final class CommonOptions {
  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Option(names = "--quiet", description = "Print no progress.")
  private boolean quiet;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  public boolean json() {
    return json;
  }

  /** Where progress is told. */
  public PrintWriter progress() {
    return quiet ? new PrintWriter(Writer.nullWriter()) : command().commandLine().getErr();
  }

  /** Where results are told. */
  public PrintWriter out() {
    return command().commandLine().getOut();
  }

  /** The result for programs. */
  public void print(Object result) {
    out().println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result));
    out().flush();
  }

  /** The result for people. */
  public void say(String text) {
    out().println(text);
    out().flush();
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("Options were used before the command line was read");
    }
    return spec;
  }
}
