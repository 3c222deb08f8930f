package org.icsregistry.log.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A transactional publisher that does as the test says: right or wrong. */
final class LogWriter implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final String topic;

  LogWriter(Broker broker, String topic) {
    Map<String, Object> properties = new HashMap<>(broker.properties());
    properties.put("transactional.id", "writer-" + Uuid.randomUuid());
    properties.put("linger.ms", 2);
    properties.put("compression.type", "zstd");
    this.producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    this.topic = topic;
    producer.initTransactions();
  }

  static LogRecord record(long index) {
    return new LogRecord(index, "subject-" + index % 7, ("event " + index).getBytes(UTF_8));
  }

  LogWriter begin() {
    producer.beginTransaction();
    return this;
  }

  LogWriter write(int partition, long... indexes) {
    for (long index : indexes) {
      LogRecord record = record(index);
      send(partition, record.key(), record.event(), Long.toString(index));
    }
    return this;
  }

  LogWriter send(
      int partition,
      @Nullable String key,
      byte @Nullable [] event,
      @Nullable String... indexHeaders) {
    List<Header> headers =
        Arrays.stream(indexHeaders)
            .<Header>map(text ->
                new RecordHeader(
                    LogRecords.INDEX_HEADER, text == null ? null : text.getBytes(US_ASCII)))
            .toList();
    var _ = producer.send(new ProducerRecord<>(topic, partition, key, event, headers));
    return this;
  }

  LogWriter flush() {
    producer.flush();
    return this;
  }

  LogWriter commit() {
    producer.commitTransaction();
    return this;
  }

  LogWriter abort() {
    producer.flush();
    producer.abortTransaction();
    return this;
  }

  @Override
  public void close() {
    producer.close();
  }
}
