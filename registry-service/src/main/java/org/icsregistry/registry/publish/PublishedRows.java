package org.icsregistry.registry.publish;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.icsregistry.log.kafka.LogRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of the log, as they go to Kafka. */
@Component
class PublishedRows {

  /** Rows that are read and published at once. */
  static final int MOST = 1000;

  private static final byte[] CLOUD_EVENT =
      "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8);

  private final JdbcTemplate jdbc;

  PublishedRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** One entry: its index, and the record that carries the very bytes of the store. */
  record Row(long index, ProducerRecord<String, byte[]> record) {

    static Row of(long index, String subject, byte[] event) {
      var record = new ProducerRecord<>(Topics.LOG, subject, event);
      record.headers().add("logindex", Long.toString(index).getBytes(StandardCharsets.US_ASCII));
      record.headers().add("content-type", CLOUD_EVENT);
      return new Row(index, record);
    }
  }

  /** The next rows; there are no holes, because the index equals the commit order. */
  List<Row> from(long index) {
    return jdbc.query(
        "select log_index, subject, event from event_log where log_index >= ? and log_index < ? order by log_index",
        (row, _) -> Row.of(row.getLong(1), row.getString(2), row.getBytes(3)),
        index,
        index + MOST);
  }

  /**
   * What the topic ends with must be the same entry here. If it is not, the database was restored
   * from a backup that is older than the topic, and readers already hold what it has forgotten.
   */
  void requireSame(LogRecord last) {
    var here =
        jdbc.query(
            "select event from event_log where log_index = ?",
            (row, _) -> row.getBytes(1),
            last.index());
    if (here.isEmpty()) {
      throw new ContradictionException(
          "the topic ends with index "
              + last.index()
              + ", but the log with "
              + (size() - 1)
              + ": the database is older than the topic, which happens when a backup is restored.");
    }
    if (!Arrays.equals(here.getFirst(), last.event())) {
      throw new ContradictionException(
          "entry "
              + last.index()
              + " of the log is another one than on the topic: an older backup was restored, and commands were accepted since.");
    }
  }

  long size() {
    return requireNonNull(jdbc.queryForObject("select size from log_head", Long.class));
  }
}
