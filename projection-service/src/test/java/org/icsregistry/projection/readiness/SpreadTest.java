package org.icsregistry.projection.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.icsregistry.contracts.envelope.Json;
import org.junit.jupiter.api.Test;

/** A median without the values one by one. */
class SpreadTest {

  @Test
  void median_isTheValueInTheMiddle() {
    assertThat(Spread.NONE.median()).isNull();
    assertThat(of(7).median()).isEqualTo(7);
    assertThat(of(9, 1, 5).median()).isEqualTo(5);
    assertThat(of(4, 1, 2, 9).median()).isEqualTo(3);
    assertThat(of(2, 2, 2, 900).median()).isEqualTo(2);
  }

  @Test
  void median_isThatOfTheSortedValues_forAnyValues() {
    var random = new Random(11);
    for (int size = 1; size < 60; size++) {
      var values = random.longs(size, 0, 20).toArray();
      var sorted = Arrays.stream(values).sorted().toArray();
      assertThat(of(values).median()).isEqualTo((sorted[(size - 1) / 2] + sorted[size / 2]) / 2.0);
    }
  }

  @Test
  void spreads_read_back_asTheyWere_andInOneOrder() {
    var written = Json.MAPPER.writeValueAsString(of(30, 4, 11, 4));
    assertThat(written).isEqualTo("{\"counts\":{\"4\":2,\"11\":1,\"30\":1}}");
    var read = Json.MAPPER.readValue(written, Spread.class);
    assertThat(read).isEqualTo(of(4, 4, 11, 30));
    assertThat(Json.MAPPER.writeValueAsString(read.plus(5)))
        .isEqualTo("{\"counts\":{\"4\":2,\"5\":1,\"11\":1,\"30\":1}}");
  }

  private static Spread of(long... values) {
    return IntStream.range(0, values.length)
        .boxed()
        .reduce(Spread.NONE, (s, i) -> s.plus(values[i]), (_, later) -> later);
  }
}
