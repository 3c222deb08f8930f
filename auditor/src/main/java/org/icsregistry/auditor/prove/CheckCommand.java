package org.icsregistry.auditor.prove;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.icsregistry.auditor.terminal.CommonOptions;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.auditor.terminal.LocalFiles;
import org.icsregistry.auditor.terminal.TrustOption;
import org.icsregistry.log.LogException;
import org.icsregistry.log.policy.PolicyException;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.proof.TlogProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks a proof of one event. Needs three files and no network.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Proved, and enough witnesses have seen it",
      "1:Not proved",
      "2:Called wrongly",
      "3:A file could not be read",
      "4:Signed by the log, but seen by too few witnesses"
    })
public final class CheckCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrustOption trust = new TrustOption();

  @Parameters(paramLabel = "PROOF", description = "The .tlog-proof file.")
  private Path file = Path.of("");

  @Option(
      names = "--entry",
      required = true,
      paramLabel = "FILE",
      description = "The bytes of the event.")
  private Path entry = Path.of("");

  @Override
  public Integer call() {
    TlogPolicy trusted = trust.policy();
    byte[] bytes = LocalFiles.bytes(entry);
    byte[] proofBytes = LocalFiles.bytes(file);
    Proved proved;
    int code;
    try {
      TlogProof proof = TlogProof.parse(proofBytes);
      try {
        proved = Proved.of(proof, bytes, proof.verify(bytes, trusted), "");
        code = ExitCode.GOOD;
      } catch (PolicyException.QuorumNotReached e) {
        proved = Proved.of(proof, bytes, Proved.signedOnly(proof, bytes, trusted), e.getMessage());
        code = ExitCode.NOTICE;
      }
    } catch (LogException e) {
      common.say("NOT PROVED: " + e.getMessage());
      return ExitCode.ALARM;
    }
    if (common.json()) {
      common.print(proved);
    } else {
      common.say(proved.text());
    }
    return code;
  }
}
