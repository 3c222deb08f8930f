package org.icsregistry.auditor.prove;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.icsregistry.auditor.source.SourceOptions;
import org.icsregistry.auditor.terminal.CommonOptions;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.auditor.terminal.LocalFiles;
import org.icsregistry.auditor.terminal.TrustOption;
import org.icsregistry.log.LogException;
import org.icsregistry.log.policy.TlogPolicy;
import org.icsregistry.log.proof.TlogProof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code audit prove}. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = "Makes a proof of one event, verifies it, and writes it as a .tlog-proof file.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Written, and enough witnesses have seen the tree",
      "1:The source does not lead to what was signed; nothing is written",
      "2:Called wrongly",
      "3:A source could not be read",
      "4:Written; too few witnesses have seen the tree so far"
    })
public final class ProveCommand implements Callable<Integer> {
  @Mixin private final SourceOptions sources = new SourceOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrustOption trust = new TrustOption();

  @Parameters(paramLabel = "INDEX", description = "Log index of the event.")
  private long index;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Where to write the proof.")
  private Path output = Path.of("");

  @Option(
      names = "--entry",
      paramLabel = "FILE",
      description = "Where to write the bytes of the event, which `check` asks for.")
  private @Nullable Path entry;

  @Override
  public Integer call() {
    TlogPolicy trusted = trust.policy();
    try {
      var material = ProofMaterial.from(sources.all().getFirst(), trusted, index);
      TlogProof proof = TlogProof.create(index, material.checkpoint(), material.hashes());
      TlogPolicy.Verdict verdict = Proved.signedOnly(proof, material.entry(), trusted);
      LocalFiles.write(output, proof.bytes());
      if (entry != null) {
        LocalFiles.write(entry, material.entry());
      }
      String missing =
          verdict.quorumReached() ? "" : "Too few witnesses have cosigned; prove again later.";
      Proved proved = Proved.of(proof, material.entry(), verdict, missing);
      if (common.json()) {
        common.print(proved);
      } else {
        common.say(proved.text());
      }
      return verdict.quorumReached() ? ExitCode.GOOD : ExitCode.NOTICE;
    } catch (LogException e) {
      common.say("NO PROOF: " + e.getMessage() + "; `verify` names what is wrong");
      return ExitCode.ALARM;
    }
  }
}
