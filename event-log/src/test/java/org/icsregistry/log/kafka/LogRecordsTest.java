package org.icsregistry.log.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRecordsTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9, 10, 1_234_567_890_123L, Long.MAX_VALUE})
  void index_isTheDecimalNumberInTheHeader(long index) {
    ConsumerRecord<@Nullable String, byte @Nullable []> record = record("subject", new byte[] {7});
    withIndex(record, Long.toString(index));
    assertThat(LogRecords.of(record)).isEqualTo(new LogRecord(index, "subject", new byte[] {7}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        "00",
        "01",
        " 1",
        "1 ",
        "0x1",
        "1.0",
        "a",
        "9223372036854775808",
        "99999999999999999999"
      })
  void index_rejects_whatIsNotADecimalNumber(String text) {
    ConsumerRecord<@Nullable String, byte @Nullable []> record = record("subject", new byte[1]);
    withIndex(record, text);
    assertThatThrownBy(() -> LogRecords.of(record))
        .isInstanceOf(MalformedLogRecordException.class)
        .hasMessageContaining("partition 4 at offset 17");
  }

  @Test
  void of_rejects_anIndexThatIsThereTwice() {
    ConsumerRecord<@Nullable String, byte @Nullable []> record = record("subject", new byte[1]);
    withIndex(record, "1");
    withIndex(record, "1");
    assertThatThrownBy(() -> LogRecords.of(record)).isInstanceOf(MalformedLogRecordException.class);
  }

  @Test
  void of_rejects_aHeaderWithoutValue_aMissingKey_andAMissingValue() {
    ConsumerRecord<@Nullable String, byte @Nullable []> noIndex = record("subject", new byte[1]);
    withIndex(noIndex, null);
    ConsumerRecord<@Nullable String, byte @Nullable []> noKey = record(null, new byte[1]);
    withIndex(noKey, "1");
    ConsumerRecord<@Nullable String, byte @Nullable []> noValue = record("subject", null);
    withIndex(noValue, "1");
    assertThatThrownBy(() -> LogRecords.of(noIndex))
        .isInstanceOf(MalformedLogRecordException.class);
    assertThatThrownBy(() -> LogRecords.of(noKey)).hasMessageContaining("has no key");
    assertThatThrownBy(() -> LogRecords.of(noValue)).hasMessageContaining("has no value");
  }

  private static ConsumerRecord<@Nullable String, byte @Nullable []> record(
      @Nullable String key, byte @Nullable [] value) {
    return new ConsumerRecord<>("registry.log", 4, 17, key, value);
  }

  private static void withIndex(ConsumerRecord<?, ?> record, @Nullable String text) {
    record.headers().add(LogRecords.INDEX_HEADER, text == null ? null : text.getBytes(US_ASCII));
  }
}
