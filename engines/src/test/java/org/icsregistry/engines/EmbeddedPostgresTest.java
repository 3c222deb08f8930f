package org.icsregistry.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir Path directory;

  @Test
  void acknowledged_rows_survive_a_restart_and_a_kill() throws SQLException {
    try (var postgres = EmbeddedPostgres.start(directory, 0)) {
      run(
          postgres.database("registry"),
          "CREATE TABLE kept (n int)",
          "INSERT INTO kept VALUES (1)");
      postgres.restart();
      run(postgres.database("registry"), "INSERT INTO kept VALUES (2)");
      postgres.kill();
      postgres.restart();
      run(postgres.database("registry"), "INSERT INTO kept VALUES (3)");
    }
    try (var postgres = EmbeddedPostgres.start(directory, 0)) {
      assertThat(ask(postgres.database("registry"), "SELECT string_agg(n::text, ',') FROM kept"))
          .isEqualTo("1,2,3");
    }
  }

  @Test
  void every_commit_is_flushed_to_disk() throws SQLException {
    Database registry = SharedEngines.postgres().database("registry");
    assertThat(ask(registry, "SHOW fsync")).isEqualTo("on");
    assertThat(ask(registry, "SHOW synchronous_commit")).isEqualTo("on");
  }

  @Test
  void a_pid_file_whose_number_belongs_to_another_program_is_removed() throws Exception {
    EmbeddedPostgres.start(directory, 0).close();
    Path pidFile = directory.resolve("data").resolve("postmaster.pid");
    Files.writeString(
        pidFile, "%d%n%s%n".formatted(ProcessHandle.current().pid(), directory.resolve("data")));
    try (var postgres = EmbeddedPostgres.start(directory, 0)) {
      assertThat(ask(postgres.database("registry"), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void a_server_whose_keeper_was_killed_is_ended_and_recovered() throws SQLException {
    int port;
    try (var keeper = EngineProcess.postgres(directory, 0)) {
      port = keeper.port();
      keeper.kill();
    }
    try (var postgres = EmbeddedPostgres.start(directory, port)) {
      assertThat(ask(postgres.database("registry"), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void a_second_start_on_the_same_directory_is_refused() {
    try (var postgres = EmbeddedPostgres.start(directory, 0)) {
      assertThat(postgres.process().isAlive()).isTrue();
      assertThatThrownBy(() -> EmbeddedPostgres.start(directory, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void the_application_role_uses_what_the_owner_grants_and_no_more() throws SQLException {
    Database database = SharedEngines.postgres().freshDatabase("registry");
    run(database, "CREATE TABLE log (n int)", "GRANT SELECT, INSERT ON log TO registry_app");
    try (var app = connect(database, database.app(), database.appPassword());
        var statement = app.createStatement()) {
      statement.execute("INSERT INTO log VALUES (1)");
      assertThatThrownBy(() -> statement.execute("UPDATE log SET n = 2"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (n int)"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void a_role_of_another_service_or_a_wrong_password_gets_no_connection() {
    Database registry = SharedEngines.postgres().database("registry");
    assertThatThrownBy(() -> connect(registry, "projection_app", "projection_app"))
        .hasMessageContaining("permission denied for database");
    assertThatThrownBy(() -> connect(registry, "registry_app", "guess"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void nobody_outside_this_machine_is_served() throws Exception {
    int port = SharedEngines.postgres().port();
    for (InetAddress address :
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList()) {
      assertThatThrownBy(() -> new Socket(address, port).close())
          .isInstanceOf(java.io.IOException.class);
    }
  }

  private static void run(Database database, String... statements) throws SQLException {
    try (var owner = connect(database, database.owner(), database.ownerPassword());
        var statement = owner.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String ask(Database database, String query) throws SQLException {
    try (var owner = connect(database, database.owner(), database.ownerPassword());
        var statement = owner.createStatement();
        var row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static Connection connect(Database database, String user, String password)
      throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), user, password);
  }
}
