package org.icsregistry.engines;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One database per service, each with a role that owns it and a role that only uses it; and a role
 * that owns the registry's tables of keys and that nobody signs in as.
 */
final class LocalDatabases {

  static final List<String> SERVICES = List.of("registry", "onboarding", "projection");

  private static final String KEYS = "registry_keys";

  private LocalDatabases() {}

  static String owner(String service) {
    return service + "_owner";
  }

  static String app(String service) {
    return service + "_app";
  }

  static void createMissing(Connection superuser) throws SQLException {
    for (String service : SERVICES) {
      if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", owner(service))) {
        createRole(superuser, owner(service));
      }
      if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", app(service))) {
        createRole(superuser, app(service));
      }
      if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", service)) {
        createDatabase(superuser, service, service);
      }
    }
    if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", KEYS)) {
      execute(superuser, "CREATE ROLE %s NOLOGIN".formatted(KEYS));
      execute(superuser, "GRANT %s TO %s".formatted(KEYS, owner("registry")));
    }
  }

  static void createDatabase(Connection superuser, String name, String service)
      throws SQLException {
    execute(superuser, "CREATE DATABASE %s OWNER %s".formatted(name, owner(service)));
    execute(superuser, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
    execute(
        superuser, "GRANT CONNECT, TEMPORARY ON DATABASE %s TO %s".formatted(name, app(service)));
  }

  private static void createRole(Connection superuser, String role) throws SQLException {
    execute(superuser, "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, role));
  }

  private static boolean exists(Connection superuser, String query, String name)
      throws SQLException {
    try (var statement = superuser.prepareStatement(query)) {
      statement.setString(1, name);
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void execute(Connection superuser, String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
