package org.icsregistry.bench.axon;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.icsregistry.engines.Database;
import org.icsregistry.registry.command.CommandContext;
import org.icsregistry.registry.command.Shell;

/** Axon's own JDBC event store, as its documentation sets it up. */
final class AxonStore implements AutoCloseable {

  private final HikariDataSource pool;
  private final EmbeddedEventStore store;

  AxonStore(Database database, int connections) {
    createTables(database);
    pool = pool(database, connections);
    // The connection of a unit of work commits with it, so there is no transaction manager beside.
    store =
        EmbeddedEventStore.builder()
            .storageEngine(
                engine(new UnitOfWorkAwareConnectionProviderWrapper(pool::getConnection)))
            .build();
    store.registerDispatchInterceptor(
        _ -> (_, event) -> event.withMetaData(stored(event.getMetaData())));
  }

  EmbeddedEventStore store() {
    return store;
  }

  private static void createTables(Database database) {
    engine(() ->
            DriverManager.getConnection(
                database.jdbcUrl(), database.owner(), database.ownerPassword()))
        .createSchema(PostgresEventTableFactory.INSTANCE);
  }

  private static HikariDataSource pool(Database database, int connections) {
    var config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.owner());
    config.setPassword(database.ownerPassword());
    config.setMaximumPoolSize(connections);
    config.setAutoCommit(false);
    return new HikariDataSource(config);
  }

  private static JdbcEventStorageEngine engine(ConnectionProvider connections) {
    var serializer = Jackson3Serializer.builder().build();
    return JdbcEventStorageEngine.builder()
        .connectionProvider(connections)
        .transactionManager(NoTransactionManager.INSTANCE)
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .build();
  }

  /** What the registry writes into an entry; the context itself is not for the store. */
  private static MetaData stored(MetaData inside) {
    return inside.get(Shell.CONTEXT) instanceof CommandContext context
        ? MetaData.with(Shell.SUBJECT, context.subject())
            .and("sender", context.sender())
            .and("commandId", context.origin().commandId())
        : inside;
  }

  @Override
  public void close() {
    pool.close();
  }
}
