package org.icsregistry.auditor.terminal;

import java.nio.file.Path;
import org.icsregistry.log.policy.TlogPolicy;
import picocli.CommandLine.Option;

/** Whom the auditor trusts; every command that judges anything asks for it. */
public final class TrustOption {
  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Whom to trust: keys of the log and of witnesses (C2SP tlog-policy).")
  private Path file = Path.of("");

  /** Reads the file. */
  public TlogPolicy policy() {
    return LocalFiles.policy(file);
  }
}
