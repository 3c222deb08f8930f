package org.icsregistry.registry.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Statements that go to the database together and are answered together. Everybody waits for the
 * batch that is being written, and most of that is waiting for one answer after another. The driver
 * sends what stands between semicolons at once; the database carries it out in order, each
 * statement seeing what those before it did, and stops at the first that fails. That each statement
 * has its own result, in order, is PostgreSQL's driver's doing, for statements without a fetch
 * size.
 */
public final class Exchange {

  private final StringJoiner sql = new StringJoiner(";\n");
  private final List<Arguments> arguments = new ArrayList<>();
  private final List<RowCallbackHandler> answers = new ArrayList<>();

  /** Values for the question marks of a statement, in their order. */
  @FunctionalInterface
  public interface Arguments {
    Object[] of(Connection connection) throws SQLException;
  }

  /** Adds a statement whose rows, if it has any, tell nothing. */
  public Exchange with(String statement, Arguments values) {
    return with(statement, values, _ -> {});
  }

  /**
   * @param statement without a semicolon
   * @param rows is told each row, once all statements have succeeded
   */
  public Exchange with(String statement, Arguments values, RowCallbackHandler rows) {
    sql.add(statement.strip());
    arguments.add(values);
    answers.add(rows);
    return this;
  }

  /** Sends what was added, in the caller's transaction. */
  public void send(JdbcTemplate jdbc) {
    if (!answers.isEmpty()) {
      jdbc.execute(
          sql.toString(),
          (PreparedStatementCallback<@Nullable Void>)
              statement -> {
                bind(statement);
                read(statement);
                return null;
              });
    }
  }

  private void bind(PreparedStatement statement) throws SQLException {
    int place = 1;
    for (var values : arguments) {
      for (var value : values.of(statement.getConnection())) {
        statement.setObject(place++, value);
      }
    }
  }

  private void read(PreparedStatement statement) throws SQLException {
    boolean hasRows = statement.execute();
    for (var answer : answers) {
      if (!hasRows && statement.getUpdateCount() < 0) {
        throw new IllegalStateException(
            "Expected %d results, one for each statement, and got fewer".formatted(answers.size()));
      }
      if (hasRows) {
        try (var rows = statement.getResultSet()) {
          while (rows.next()) {
            answer.processRow(rows);
          }
        }
      }
      hasRows = statement.getMoreResults();
    }
  }
}
