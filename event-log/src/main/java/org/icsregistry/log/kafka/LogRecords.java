package org.icsregistry.log.kafka;

import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads an entry of the log out of a Kafka record. */
final class LogRecords {
  /** Name of the header with the log index, decimal ASCII without sign or leading zeros. */
  static final String INDEX_HEADER = "logindex";

  // 19 digits hold every long; one more could only overflow.
  private static final int MOST_DIGITS = 19;

  private LogRecords() {}

  static LogRecord of(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
    String key = record.key();
    byte[] event = record.value();
    if (key == null) {
      throw malformed("has no key, which should be its subject", record);
    }
    if (event == null) {
      throw malformed("has no value, which should be the bytes of an event", record);
    }
    return new LogRecord(index(record), key, event);
  }

  static long index(ConsumerRecord<?, ?> record) {
    Iterator<Header> headers = record.headers().headers(INDEX_HEADER).iterator();
    if (!headers.hasNext()) {
      throw malformed("has no header " + INDEX_HEADER, record);
    }
    byte[] digits = headers.next().value();
    if (headers.hasNext()) {
      throw malformed("has more than one header " + INDEX_HEADER, record);
    }
    long index = digits == null ? -1 : decimal(digits);
    if (index < 0) {
      throw malformed(
          "has a header " + INDEX_HEADER + " that is not a decimal number of 0 or more", record);
    }
    return index;
  }

  /** The number, or something negative if it is none. */
  private static long decimal(byte[] digits) {
    if (digits.length == 0
        || digits.length > MOST_DIGITS
        || (digits[0] == '0' && digits.length > 1)) {
      return -1;
    }
    long number = 0;
    for (byte digit : digits) {
      if (digit < '0' || digit > '9' || number < 0) {
        return -1;
      }
      number = number * 10 + (digit - '0');
    }
    return number;
  }

  private static MalformedLogRecordException malformed(String defect, ConsumerRecord<?, ?> record) {
    return new MalformedLogRecordException(defect, record.partition(), record.offset());
  }
}
