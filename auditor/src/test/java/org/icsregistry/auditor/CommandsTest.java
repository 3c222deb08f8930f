package org.icsregistry.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.auditor.verify.VerifyCommand;
import org.icsregistry.contracts.envelope.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as people call them. */
class CommandsTest {
  private static final TestLog LOG = TestLog.of(600);

  @TempDir private Path work;
  private Path folder;
  private Path policy;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeLog() throws IOException {
    folder = LOG.writeTo(work.resolve("log"), LOG.signed(100), LOG.signed(256));
    policy = Files.writeString(work.resolve("policy"), TestLog.policyText());
  }

  @Test
  void verify_readsFromAnyWebServer() throws IOException {
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, OutputLevel.NONE);
    server.start();
    try {
      int port = server.getAddress().getPort();

      int code =
          audit("verify", "--url", "http://localhost:" + port, "--policy", policy.toString());

      assertThat(code).as(out + "" + err).isEqualTo(ExitCode.GOOD);
      assertThat(out.toString()).contains("As signed: entries 0 to 599");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void verify_printsJson_withTheIndexOfTheEvent() throws IOException {
    List<byte[]> entries = new ArrayList<>(LOG.entries());
    byte[] altered = entries.get(77).clone();
    altered[40] ^= 1;
    entries.set(77, altered);
    TestLog.replaceEntries(folder, entries);

    int code =
        audit("verify", "--folder", folder.toString(), "--policy", policy.toString(), "--json");

    assertThat(code).isEqualTo(ExitCode.ALARM);
    var result = Json.MAPPER.readTree(out.toString());
    assertThat(result.path("asSigned").asBoolean(true)).isFalse();
    assertThat(result.path("findings").get(0).path("finding").asString(""))
        .isEqualTo("ENTRY_ALTERED");
    assertThat(result.path("findings").get(0).path("index").asLong(-1)).isEqualTo(77);
  }

  @Test
  void verify_keepsACheckpoint_andGoesOnFromIt() {
    String kept = work.resolve("kept").toString();

    assertThat(
            audit(
                "verify",
                "--folder",
                folder.toString(),
                "--policy",
                policy.toString(),
                "--keep",
                kept))
        .isEqualTo(ExitCode.GOOD);
    assertThat(
            audit(
                "verify",
                "--folder",
                folder.toString(),
                "--policy",
                policy.toString(),
                "--from",
                kept))
        .as(err.toString())
        .isEqualTo(ExitCode.GOOD);
    assertThat(out.toString()).contains("As signed: entries 512 to 599");
  }

  @Test
  void verify_keepsOnlyWhatEnoughWitnessesHaveSeen() throws IOException {
    Path kept = work.resolve("kept");
    Files.writeString(policy, TestLog.policyText().replace("quorum none", "quorum W"));
    LOG.writeTo(folder, LOG.cosigned(590));
    Files.write(folder.resolve("checkpoint"), LOG.signed().bytes());
    CommandLine verify = new CommandLine(new VerifyCommand(TestLog.SOON));
    verify.setOut(new PrintWriter(out, true));

    int code =
        verify.execute(
            "--folder",
            folder.toString(),
            "--policy",
            policy.toString(),
            "--quiet",
            "--keep",
            kept.toString());

    assertThat(code).as(out.toString()).isEqualTo(ExitCode.NOTICE);
    assertThat(kept).hasBinaryContent(LOG.cosigned(590).bytes());
    assertThat(out.toString()).contains("Kept the checkpoint of size 590");
  }

  @Test
  void check_provesAnEvent_withThreeFilesAndNoNetwork() {
    String proof = work.resolve("42.tlog-proof").toString();
    String entry = work.resolve("42.json").toString();

    assertThat(prove("42", proof, entry)).as(out + "" + err).isEqualTo(ExitCode.GOOD);
    assertThat(audit("check", proof, "--entry", entry, "--policy", policy.toString()))
        .isEqualTo(ExitCode.GOOD);
    assertThat(out.toString()).contains("PROVED").contains("at index 42");
  }

  @Test
  void check_refusesOtherBytes() throws IOException {
    String proof = work.resolve("42.tlog-proof").toString();
    Path entry = work.resolve("42.json");
    prove("42", proof, entry.toString());
    Files.writeString(entry, Files.readString(entry).replace("RBV", "RMP"));

    assertThat(audit("check", proof, "--entry", entry.toString(), "--policy", policy.toString()))
        .isEqualTo(ExitCode.ALARM);
    assertThat(out.toString()).contains("NOT PROVED");
  }

  @Test
  void check_saysSo_whenTooFewWitnessesHaveSeenTheTree() throws IOException {
    Files.write(folder.resolve("checkpoint"), LOG.signed().bytes());
    String proof = work.resolve("42.tlog-proof").toString();
    String entry = work.resolve("42.json").toString();
    prove("42", proof, entry);
    Files.writeString(policy, TestLog.policyText().replace("quorum none", "quorum W"));

    assertThat(audit("check", proof, "--entry", entry, "--policy", policy.toString()))
        .isEqualTo(ExitCode.NOTICE);
    assertThat(out.toString()).contains("seen by too few witnesses");
  }

  @Test
  void prove_refuses_whenTheSourceDoesNotLeadToTheSignedRoot() throws IOException {
    List<byte[]> entries = new ArrayList<>(LOG.entries());
    entries.set(42, LOG.entries().get(43));
    TestLog.replaceEntries(folder, entries);
    Path proof = work.resolve("42.tlog-proof");

    assertThat(prove("42", proof.toString(), work.resolve("42.json").toString()))
        .isEqualTo(ExitCode.ALARM);
    assertThat(proof).doesNotExist();
  }

  @Test
  void export_writesWhatVerifyReplayAndProveAccept() throws IOException {
    Path copy = work.resolve("copy");

    assertThat(
            audit(
                "export",
                "--folder",
                folder.toString(),
                "--policy",
                policy.toString(),
                "--to",
                copy.toString()))
        .as(out + "" + err)
        .isEqualTo(ExitCode.GOOD);
    assertThat(audit("verify", "--folder", copy.toString(), "--policy", policy.toString()))
        .isEqualTo(ExitCode.GOOD);
    assertThat(
            audit(
                "replay",
                "--folder",
                copy.toString(),
                "--policy",
                policy.toString(),
                "--as-of",
                "500"))
        .as(out + "" + err)
        .isEqualTo(ExitCode.GOOD);
    assertThat(Files.readAllLines(copy.resolve("audit-trail.csv"))).hasSize(601);
    assertThat(Files.readAllLines(copy.resolve("audit-trail.jsonl"))).hasSize(600);
    assertThat(copy.resolve("tile/0/001")).hasSameBinaryContentAs(folder.resolve("tile/0/001"));
  }

  @Test
  void replay_tellsWhatWasKnownAtAMoment() {
    assertThat(
            audit(
                "replay",
                "--folder",
                folder.toString(),
                "--policy",
                policy.toString(),
                "--as-of",
                "2026-01-05T08:00:20Z",
                "--subject",
                TestLog.person(1),
                "--json"))
        .as(out + "" + err)
        .isEqualTo(ExitCode.GOOD);

    var result = Json.MAPPER.readTree(out.toString());
    assertThat(result.path("logIndex").asLong(-1)).isEqualTo(20);
    assertThat(result.path("passport").path("trainings").size()).isEqualTo(2);
    assertThat(result.path("passport").path("links").size()).isEqualTo(1);
  }

  @Test
  void anUnreadableSource_isNoAlarm() {
    assertThat(audit("verify", "--folder", work.resolve("none").toString(), "--policy", "none"))
        .isEqualTo(ExitCode.UNREADABLE);
    assertThat(audit("verify", "--policy", policy.toString())).isEqualTo(ExitCode.USAGE);
  }

  private int prove(String index, String proof, String entry) {
    return audit(
        "prove",
        index,
        "-o",
        proof,
        "--entry",
        entry,
        "--folder",
        folder.toString(),
        "--policy",
        policy.toString());
  }

  private int audit(String... arguments) {
    CommandLine line = Audit.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
