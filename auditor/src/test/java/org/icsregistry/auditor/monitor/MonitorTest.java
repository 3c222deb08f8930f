package org.icsregistry.auditor.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.auditor.Audit;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MonitorTest {
  private static final TestLog LOG = TestLog.of(600);

  @TempDir private Path work;
  private Path policy;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void writePolicy() throws IOException {
    policy = Files.writeString(work.resolve("policy"), TestLog.policyText());
  }

  @Test
  void monitor_isContent_whenPeersSawABeginning() throws IOException {
    Path folder = LOG.writeTo(work.resolve("log"));
    Path peer = Files.write(work.resolve("peer"), LOG.signed(123).bytes());

    assertThat(monitor(folder, peer)).as(out.toString()).isEqualTo(ExitCode.GOOD);
    assertThat(out.toString()).contains("Consistent up to size 600, with 1 peers");
  }

  @Test
  void monitor_raisesSplitView_whenAPeerSawAnotherHistory() throws IOException {
    Path folder = LOG.writeTo(work.resolve("log"));
    SignedCheckpoint forged = other().signed(123);
    Path peer = Files.write(work.resolve("peer"), forged.bytes());

    assertThat(monitor(folder, peer)).isEqualTo(ExitCode.ALARM);
    assertThat(out.toString()).contains("SPLIT_VIEW").contains("evidence");
    assertThat(out.toString()).contains(forged.note().signatures().getFirst().line().strip());
  }

  @Test
  void monitor_raisesRollback_whenTheLogShowsLessThanBefore() throws IOException {
    assertThat(monitor(LOG.writeTo(work.resolve("log")))).isEqualTo(ExitCode.GOOD);

    Path shorter = TestLog.of(LOG.entries().subList(0, 300)).writeTo(work.resolve("shorter"));

    assertThat(monitor(shorter)).isEqualTo(ExitCode.ALARM);
    assertThat(out.toString()).contains("ROLLED_BACK");
  }

  @Test
  void monitor_raisesSplitView_whenTheHistoryChangesBetweenTwoLooks() throws IOException {
    assertThat(monitor(TestLog.of(LOG.entries().subList(0, 300)).writeTo(work.resolve("log"))))
        .isEqualTo(ExitCode.GOOD);

    assertThat(monitor(other().writeTo(work.resolve("other")))).isEqualTo(ExitCode.ALARM);
    assertThat(out.toString()).contains("SPLIT_VIEW");
  }

  private static TestLog other() {
    List<byte[]> entries = new ArrayList<>(LOG.entries());
    entries.set(50, LOG.entries().get(51));
    return TestLog.of(entries);
  }

  private int monitor(Path folder, Path... peers) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "monitor",
                "--once",
                "--folder",
                folder.toString(),
                "--policy",
                policy.toString(),
                "--state",
                work.resolve("state").toString()));
    for (Path peer : peers) {
      arguments.addAll(List.of("--peer", peer.toString()));
    }
    CommandLine line = Audit.commandLine();
    line.setOut(new PrintWriter(out, true));
    return line.execute(arguments.toArray(String[]::new));
  }
}
