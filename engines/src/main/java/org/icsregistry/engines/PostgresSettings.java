package org.icsregistry.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class PostgresSettings {

  /**
   * The library starts the server with {@code -F} and asynchronous commits; both are undone here,
   * because acknowledged means kept.
   */
  static final Map<String, String> SERVER =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "max_connections", "200",
          // Of a log of millions the indexes fit, and a checkpoint writes many changes of a page at
          // once.
          "shared_buffers", "512MB",
          "max_wal_size", "4GB",
          "log_min_error_statement", "panic");

  private static final String ACCESS_RULES =
      """
      # The administrator signs in without a password, every other role with its own; nothing but the loopback address is served.
      host all postgres 127.0.0.1/32 trust
      host all all      127.0.0.1/32 scram-sha-256
      """;

  private PostgresSettings() {}

  static void writeAccessRules(Path data) {
    try {
      Files.writeString(data.resolve("pg_hba.conf"), ACCESS_RULES);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the access rules of PostgreSQL", e);
    }
  }
}
