package org.icsregistry.registry.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.icsregistry.contracts.sealing.Category;
import org.icsregistry.kit.fixture.Web;
import org.icsregistry.registry.exchange.Exchange;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Key-encryption keys come and go; names stay readable, and commands stay known. */
class RotationTest {

  @TempDir private Path folder;
  private RunningRegistry registry = RunningRegistry.shared();
  private String partner = "";
  private final String person = Commands.id();

  @BeforeEach
  void start() throws IOException {
    key("2020-01");
    registry =
        RunningRegistry.start(
            "registry.keys.kek-file=",
            "registry.keys.kek-directory=" + folder,
            "registry.keys.transit.url=");
    partner = Commands.admitted(registry);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void everythingIsWrappedAnew_andTheOldKeyCanGo() throws IOException {
    var command = Commands.registerVolunteer(partner, person);
    registry.accept(partner, command);
    for (int i = 0; i < 600; i++) {
      anotherKey(i);
    }
    assertThat(epochs()).containsExactly("2020-01");

    key("2020-02");
    registry.restart();
    var _ = registry.post("/v1/keys/rewrap", "application/json", "", operator());
    await().untilAsserted(() -> assertThat(epochs()).containsExactly("2020-02"));
    assertThat(done()).containsExactly("wrap keys anew");
    Files.delete(folder.resolve("2020-01"));
    forgetCopies();
    registry.restart();

    var kid = registry.store().owner().sql("select kid from keys.subject_key").query(String.class);
    assertThat(registry.bean(KeyRing.class).key(kid.single())).isPresent();
    assertThat(registry.send(partner, command).status()).isEqualTo(201);
    assertThat(registry.send(partner, command.replace("1990", "1991")).code())
        .isEqualTo("DUPLICATE_ID_DIFFERENT_BODY");
  }

  /** What an auditor is told of it. */
  private List<String> done() {
    var auditor =
        Web.at(registry.uri("/").getPort()).with(registry.signIn().token("QOP", "auditor"));
    return Web.json(auditor.get("/v1/operator-actions"))
        .valueStream()
        .map(action -> action.at("/action").stringValue())
        .toList();
  }

  @Test
  void aKeyThatIsStillNeeded_isMissedAtTheStart() throws IOException {
    registry.accept(partner, Commands.registerVolunteer(partner, person));
    key("2020-02");
    Files.delete(folder.resolve("2020-01"));
    assertThatThrownBy(() -> registry.another("registry.keys.kek-directory=" + folder))
        .hasStackTraceContaining("2020-01");
  }

  @Test
  void commandsAnsweredByAnEarlierRelease_areKnownAgain(@TempDir Path elsewhere)
      throws IOException {
    var file = elsewhere.resolve("kek");
    Files.move(folder.resolve("2020-01"), file);
    try (var older = RunningRegistry.start("registry.keys.kek-file=" + file)) {
      older.accept("QOP", Commands.registerPartner("RYY", "NHS_TRUST"));
      // The earlier release stored no secret of its own but derived it from the only key there was.
      forgetTheSecret(older);
      var command = Commands.registerPartner("RZZ", "NHS_TRUST");
      older.accept("QOP", command);
      forgetTheSecret(older);
      assertThat(older.send("QOP", command).status()).isEqualTo(201);
    }
  }

  @Test
  void theApplicationsRole_cannotReadTheTablesOfKeys() {
    registry.accept(partner, Commands.registerVolunteer(partner, person));
    var database = registry.database();
    var app =
        JdbcClient.create(
            new DriverManagerDataSource(
                database.jdbcUrl(), database.app(), database.appPassword()));
    for (var sql :
        List.of(
            "select count(*) from keys.subject_key",
            "select count(*) from keys.service_key",
            "delete from keys.subject_key",
            "insert into keys.erasure values (1, 'x', 'contact', 0, now())",
            "set role registry_keys",
            "create function keys.all_of_them() returns int language sql as 'select 1'")) {
      assertThatThrownBy(() -> app.sql(sql).query().listOfRows())
          .as(sql)
          .hasStackTraceContaining("permission denied");
    }
  }

  private static void forgetTheSecret(RunningRegistry registry) {
    registry.application().close();
    registry.store().owner().sql("truncate keys.service_key").update();
    registry.restart();
  }

  /** More keys than one batch takes. */
  private void anotherKey(int i) {
    var exchange = new Exchange();
    KeyTable.store(
        List.of(registry.bean(KeyRing.class).sealingKey("copy-" + i, Category.CONTACT, true)),
        exchange);
    exchange.send(registry.bean(JdbcTemplate.class));
  }

  private void forgetCopies() {
    registry
        .store()
        .owner()
        .sql("delete from keys.subject_key where subject like 'copy-%'")
        .update();
  }

  private List<String> epochs() {
    return registry
        .exchange(
            HttpRequest.newBuilder(registry.uri("/v1/keys/epochs"))
                .header("Authorization", "Bearer " + operator())
                .build())
        .body()
        .path("epochs")
        .valueStream()
        .map(e -> e.path("name").asString(""))
        .toList();
  }

  private String operator() {
    return registry.signIn().token("QOP", "operator");
  }

  private void key(String month) throws IOException {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    Files.writeString(folder.resolve(month), Base64.getEncoder().encodeToString(bytes));
  }
}
