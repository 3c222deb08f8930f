package org.icsregistry.auditor.fsck;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.icsregistry.auditor.Audit;
import org.icsregistry.auditor.TestLog;
import org.icsregistry.auditor.finding.CopyFinding;
import org.icsregistry.auditor.finding.Findings;
import org.icsregistry.auditor.terminal.ExitCode;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.message.MessageTypes;
import org.icsregistry.engines.SharedEngines;
import org.icsregistry.log.tree.Rfc6962;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The event store as the registry's migrations make it, without the triggers that protect it. */
class FsckTest {
  private static final TestLog LOG = TestLog.of(50);

  private final StringWriter out = new StringWriter();
  private String url = "";
  private @Nullable Connection connection;

  @BeforeEach
  void makeStore() throws SQLException {
    var database = SharedEngines.postgres().freshDatabase("registry");
    url = OwnerUrl.of(database);
    connection = DriverManager.getConnection(url);
    run(
        "create table event_log (log_index bigint, type text, subject text, leaf_hash bytea, event bytea)");
    run("create table log_head (size bigint, frontier bytea)");
    run("create table checkpoint (size bigint, root bytea)");
    fill(LOG);
  }

  @AfterEach
  void close() throws SQLException {
    connection().close();
  }

  @Test
  void fsck_isContent_withAStoreThatAgreesWithItself() {
    assertThat(fsck()).as(out.toString()).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void fsck_namesTheRow_whoseEventWasTouched() throws SQLException {
    run("update event_log set event = set_byte(event, 30, 65) where log_index = 17");

    assertThat(fsck()).isEqualTo(ExitCode.ALARM);
    assertThat(out.toString()).contains("ROW_BROKEN at index 17").contains("STORE_BROKEN");
  }

  @Test
  void fsck_namesTheRow_thatIsMissing() throws SQLException {
    run("delete from event_log where log_index = 17");

    assertThat(fsck()).isEqualTo(ExitCode.ALARM);
    assertThat(out.toString()).contains("ROW_BROKEN at index 17");
  }

  @Test
  void fsck_namesTheRow_whoseColumnsWereTouched() throws SQLException {
    run("update event_log set subject = 'somebody else' where log_index = 3");

    assertThat(fsck()).isEqualTo(ExitCode.ALARM);
    assertThat(out.toString()).contains("ROW_BROKEN at index 3").doesNotContain("STORE_BROKEN");
  }

  @Test
  void fsck_findsKeysOfSomebodyWhoWasForgotten_butNoneThatAHoldKeeps() throws SQLException {
    run("create schema keys");
    run("create table keys.subject_key (subject text, held boolean)");
    run("update event_log set type = 'VolunteerErased.v1' where log_index = 17");
    run("insert into keys.subject_key select subject, true from event_log where log_index = 17");
    assertThat(fsck()).isEqualTo(ExitCode.ALARM); // the type does not fit the event
    assertThat(out.toString()).doesNotContain("KEYS_LEFT");
    run("update keys.subject_key set held = false");
    assertThat(fsck()).isEqualTo(ExitCode.ALARM);
    assertThat(out.toString()).contains("KEYS_LEFT at index 17");
  }

  @Test
  void fsck_findsAPlantedWord_inATableAndAFile_andSaysWhereButNotWhat(@TempDir Path folder)
      throws Exception {
    run("create table note (of text, body bytea)");
    run("insert into note values ('x', convert_to('{\"family\":\"Wintergreen\"}', 'UTF8'))");
    Files.writeString(folder.resolve("service.log"), "x".repeat(2_000_000) + " wintergreen");
    var words = Files.writeString(folder.resolve("words"), "Wintergreen\n");
    var logs = folder.resolve("service.log").toString();

    assertThat(fsck("--planted", words.toString(), "--files", logs)).isEqualTo(ExitCode.ALARM);
    assertThat(out.toString())
        .contains("registry public.note.body, word 1")
        .contains("file " + logs)
        .doesNotContainIgnoringCase("wintergreen");
  }

  @Test
  void aPlantedWord_isFoundOnEveryTopic() throws Exception {
    var topic = "commands." + UUID.randomUUID();
    Map<String, Object> kafka =
        Map.of("bootstrap.servers", SharedEngines.broker().bootstrapServers());
    try (var admin = Admin.create(kafka)) {
      admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
    }
    try (var producer =
        new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "{\"family\":\"WINTERGREEN\"}")).get();
    }
    var scan = new PlantedScan(new PlantedWords(List.of("Wintergreen")));
    var findings = new Findings();

    new PlantedTopics(kafka, scan).read();
    scan.report(findings);

    assertThat(findings.all())
        .containsExactly(new CopyFinding.PlantedWordFound("topic " + topic + ", word 1", 1));
  }

  @Test
  void fsck_isContent_whenNoPlantedWordIsLeft(@TempDir Path folder) throws Exception {
    var words = Files.writeString(folder.resolve("words"), "Wintergreen\n");
    Files.writeString(Files.createDirectory(folder.resolve("logs")).resolve("log"), "Started");

    assertThat(fsck("--planted", words.toString(), "--files", folder.resolve("logs").toString()))
        .as(out.toString())
        .isEqualTo(ExitCode.GOOD);
  }

  @Test
  void fsck_refusesWords_thatStandInCiphertextByChance(@TempDir Path folder) throws Exception {
    var words = Files.writeString(folder.resolve("words"), "Ann\n");

    assertThat(fsck("--planted", words.toString())).isEqualTo(ExitCode.UNREADABLE);
  }

  private void fill(TestLog log) throws SQLException {
    List<byte[]> entries = log.entries();
    try (var insert =
        connection().prepareStatement("insert into event_log values (?, ?, ?, ?, ?)")) {
      for (byte[] entry : entries) {
        var event = EventCodec.decode(entry);
        insert.setLong(1, event.logIndex());
        insert.setString(2, MessageTypes.nameOf(event.data().getClass()));
        insert.setString(3, event.subject());
        insert.setBytes(4, Rfc6962.leafHash(entry));
        insert.setBytes(5, entry);
        insert.execute();
      }
    }
    insert("insert into log_head values (?, ?)", entries.size(), log.tree(entries.size()).bytes());
    insert("insert into checkpoint values (?, ?)", 20, log.tree(20).root());
    insert("insert into checkpoint values (?, ?)", 50, log.tree(50).root());
  }

  private void insert(String sql, long size, byte[] bytes) throws SQLException {
    try (var insert = connection().prepareStatement(sql)) {
      insert.setLong(1, size);
      insert.setBytes(2, bytes);
      insert.execute();
    }
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connection() {
    return requireNonNull(connection);
  }

  private int fsck(String... options) {
    CommandLine line = Audit.commandLine();
    line.setOut(new PrintWriter(out, true));
    var all = Stream.concat(Stream.of("fsck", "--registry-db", url, "--quiet"), Stream.of(options));
    return line.execute(all.toArray(String[]::new));
  }
}
