package org.icsregistry.auditor.fsck;

import org.icsregistry.engines.Database;

/** How {@code fsck} is told of a database whose owner it signs in as. */
final class OwnerUrl {
  private OwnerUrl() {}

  static String of(Database database) {
    return "%s%suser=%s&password=%s"
        .formatted(
            database.jdbcUrl(),
            database.jdbcUrl().contains("?") ? "&" : "?",
            database.owner(),
            database.ownerPassword());
  }
}
