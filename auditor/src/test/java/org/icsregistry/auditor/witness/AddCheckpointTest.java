package org.icsregistry.auditor.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddCheckpointTest {

  private static final GrownLog LOG = GrownLog.of(20);
  private static final String HASH = "A".repeat(43) + "=\n";

  @Test
  void parse_reads_sizeProofAndCheckpoint() {
    var request = AddCheckpoint.parse(LOG.request(7, 20).getBytes(UTF_8)).orElseThrow();
    assertThat(request.oldSize()).isEqualTo(7);
    assertThat(request.proof()).containsExactlyElementsOf(LOG.proof(7, 20));
    assertThat(request.checkpoint()).isEqualTo(LOG.signed(20));
  }

  @Test
  void parse_takes_theMostHashesAllowed() {
    var hashes = Collections.nCopies(63, new byte[32]);
    assertThat(AddCheckpoint.parse(GrownLog.request(1, hashes, LOG.signed(20)).getBytes(UTF_8)))
        .isPresent();
  }

  @ParameterizedTest
  @MethodSource
  void parse_refuses(String malformed) {
    assertThat(AddCheckpoint.parse(malformed.getBytes(UTF_8))).isEmpty();
  }

  static Stream<String> parse_refuses() {
    var checkpoint = new String(LOG.signed(20).bytes(), UTF_8);
    return Stream.of(
        "",
        "old 7\n",
        "old 7\n\n",
        "old 7\n" + checkpoint,
        "old\n\n" + checkpoint,
        "old 07\n\n" + checkpoint,
        "old -7\n\n" + checkpoint,
        "old  7\n\n" + checkpoint,
        "old 7 \n\n" + checkpoint,
        "old 9223372036854775808\n\n" + checkpoint,
        "new 7\n\n" + checkpoint,
        "OLD 7\n\n" + checkpoint,
        "old 7\r\n\r\n" + checkpoint,
        "old 7\nAAAA\n\n" + checkpoint,
        "old 7\n" + HASH.replace("=", "") + "\n" + checkpoint,
        "old 7\n" + HASH + HASH + "x\n" + checkpoint,
        "old 7\n" + HASH.repeat(64) + "\n" + checkpoint,
        "old 7\n\n" + checkpoint.strip(),
        "old 7\n\n" + checkpoint.replace("\n20\n", "\n020\n"),
        "old 7\n\n" + LOG.at(20).text());
  }

  @Test
  void parse_refuses_bytesThatAreNotUtf8() {
    var body = LOG.request(7, 20).getBytes(UTF_8);
    body[body.length - 2] = (byte) 0xff;
    assertThat(AddCheckpoint.parse(body)).isEmpty();
  }
}
