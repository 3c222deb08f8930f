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

/** Go's checksum database code opens our checkpoint, walks our tiles and accepts our proofs. */
class GoTest {
  private static final Path DEBIAN = Path.of("/usr/share/gocode");
  private static final Path SOURCE = Path.of("src/test/go/checklog/main.go").toAbsolutePath();

  @TempDir private static Path tools;
  private static Path program = Path.of("");
  @TempDir private Path work;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    Program.assumeInstalled("go", "golang-go");
    assumeTrue(
        Files.exists(DEBIAN.resolve("src/golang.org/x/mod/sumdb/tlog")),
        "golang.org/x/mod is not installed (Debian: apt-get install golang-golang-x-mod-dev)");
    program = tools.resolve("checklog");
    var environment =
        Map.of(
            "GO111MODULE",
            "off",
            "GOFLAGS",
            "",
            "GOPATH",
            DEBIAN.toString(),
            "GOCACHE",
            tools.resolve("cache").toString());
    Ended built =
        new Program(tools, environment)
            .run("go", "build", "-o", program.toString(), SOURCE.toString());
    assertThat(built.code()).as(built.output()).isZero();
  }

  @Test
  void go_acceptsCheckpointProofTilesAndConsistency() throws IOException, InterruptedException {
    Ended ended = check(Exported.of(TestLog.of(70_000), 65_537, 300, work));

    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output())
        .contains("index 65537 in a tree of 70000, which begins with one of 300");
  }

  @Test
  void go_acceptsATreeOfOneEntry() throws IOException, InterruptedException {
    Ended ended = check(Exported.of(TestLog.of(1), 0, 1, work));

    assertThat(ended.code()).as(ended.output()).isZero();
  }

  @Test
  void go_refusesAnotherEntry() throws IOException, InterruptedException {
    Exported exported = Exported.of(TestLog.of(700), 42, 300, work);
    Files.writeString(exported.entry(), "another");

    assertThat(check(exported).code()).isNotZero();
  }

  private Ended check(Exported exported) throws IOException, InterruptedException {
    return new Program(work, Map.of())
        .run(
            program.toString(),
            exported.folder().toString(),
            Exported.KEY,
            exported.proof().toString(),
            exported.entry().toString(),
            exported.older().toString());
  }
}
