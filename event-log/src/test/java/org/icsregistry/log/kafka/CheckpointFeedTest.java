package org.icsregistry.log.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithBroker.class)
class CheckpointFeedTest {
  @Test
  void each_handsOutWhatWasCommitted_inItsOrder(Broker broker) {
    String topic = broker.newTopic(1);
    try (LogWriter writer = new LogWriter(broker, topic)) {
      writer.begin().send(0, "origin", "first".getBytes(UTF_8)).commit();
      writer.begin().send(0, "origin", "aborted".getBytes(UTF_8)).abort();
      writer.begin().send(0, "origin", "second".getBytes(UTF_8)).commit();
    }

    assertThat(notes(broker, topic)).containsExactly("first", "second");
  }

  @Test
  void each_endsAtOnce_withAnEmptyTopic(Broker broker) {
    assertThat(notes(broker, broker.newTopic(1))).isEmpty();
  }

  @Test
  void each_saysSo_whenThereIsNoTopic(Broker broker) {
    assertThatThrownBy(() -> notes(broker, "no-such-topic"))
        .isInstanceOf(LogTopicMissingException.class);
  }

  private static List<String> notes(Broker broker, String topic) {
    List<String> notes = new ArrayList<>();
    new CheckpointFeed(broker.properties(), topic).each(note -> notes.add(new String(note, UTF_8)));
    return notes;
  }
}
