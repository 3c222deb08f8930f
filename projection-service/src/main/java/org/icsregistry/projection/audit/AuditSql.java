package org.icsregistry.projection.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A question to the audit trail as SQL. */
record AuditSql(AuditQuery query, @Nullable Discretion discretion) {

  /** What a {@code WHERE} goes on with, with order and limit; one entry more than was asked for. */
  String conditions() {
    var sql = new StringBuilder();
    query.subject().ifPresent(_ -> sql.append(" AND subject = :subject"));
    query.org().ifPresent(_ -> sql.append(" AND org = :org"));
    query.type().ifPresent(_ -> sql.append(" AND type = :type"));
    query.after().ifPresent(_ -> sql.append(query.order().after()));
    if (discretion != null) {
      sql.append(discretion.condition());
    }
    return sql.append(query.order().by()).append(" LIMIT :limit").toString();
  }

  StatementSpec fill(StatementSpec statement) {
    statement.param("limit", query.limit() + 1);
    query.subject().ifPresent(subject -> statement.param("subject", subject));
    query.org().ifPresent(org -> statement.param("org", org));
    query.type().ifPresent(type -> statement.param("type", type));
    query.after().ifPresent(after -> statement.param("after", after));
    if (discretion != null) {
      discretion.fill(statement);
    }
    return statement;
  }
}
