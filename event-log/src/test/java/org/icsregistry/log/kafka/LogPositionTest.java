package org.icsregistry.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPositionTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "0:0", "0:123,1:88", "3:9223372036854775807,11:4"})
  void of_readsWhatOffsetsTextWrote(String offsets) {
    LogPosition position = LogPosition.of(42, offsets);
    assertThat(position.offsetsText()).isEqualTo(offsets);
    assertThat(position.nextIndex()).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        ":",
        "0:",
        ":1",
        "0:1,",
        ",0:1",
        "0:1,0:2",
        "-1:1",
        "1:-1",
        "a:1",
        "0:9223372036854775808"
      })
  void of_rejects_whatIsNotAListOfOffsets(String offsets) {
    assertThatThrownBy(() -> LogPosition.of(0, offsets))
        .isInstanceOf(MalformedPositionException.class);
  }

  @Test
  void of_rejects_aNegativeIndex() {
    assertThatThrownBy(() -> LogPosition.of(-1, "")).isInstanceOf(MalformedPositionException.class);
  }
}
