package org.icsregistry.auditor.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.crosscheck.Program.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sigstore's verifier accepts our proof files. */
class SigstoreTest {
  private static final Path SOURCE = Path.of("src/test/node").toAbsolutePath();

  @TempDir private static Path modules;
  @TempDir private Path work;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    Program.assumeInstalled("node", "nodejs");
    Program.assumeInstalled("npm", "npm");
    Files.copy(SOURCE.resolve("package.json"), modules.resolve("package.json"));
    Ended installed =
        new Program(modules, Map.of())
            .run(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--no-package-lock",
                "--ignore-scripts");
    assumeTrue(
        installed.code() == 0, "@sigstore/verify cannot be had from npm: " + installed.output());
  }

  @Test
  void sigstore_acceptsOurProof() throws IOException, InterruptedException {
    Ended ended = check(Exported.of(TestLog.of(700), 300, 1, work));

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("index 300 in a tree of 700");
  }

  @Test
  void sigstore_refusesAnotherEntry() throws IOException, InterruptedException {
    Exported exported = Exported.of(TestLog.of(700), 300, 1, work);
    Files.writeString(exported.entry(), "another");

    assertThat(check(exported).output()).contains("does not match inclusion proof");
  }

  private static Ended check(Exported exported) throws IOException, InterruptedException {
    return new Program(modules, Map.of())
        .run(
            "node",
            SOURCE.resolve("check.js").toString(),
            exported.proof().toString(),
            exported.entry().toString(),
            Exported.KEY);
  }
}
