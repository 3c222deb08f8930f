package org.icsregistry.local.send;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bin/feed}: what an organisation was told so far. */
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    description =
        "Signs in as an organisation and prints what its feed holds now, one event a line, the oldest first. The client's "
            + "secret comes from REGISTRY_CLIENT_SECRET, by default the local system's. Exit codes: 0 read to the end, "
            + "2 wrong options, 4 Kafka or the sign-in service did not let it in.")
public final class ReadFeed implements Callable<Integer> {

  private static final int NOT_LET_IN = 4;

  @Mixin private PartnerClient partner = new PartnerClient();

  public static void main(String[] args) {
    System.exit(new CommandLine(new ReadFeed()).execute(args));
  }

  @Override
  public Integer call() {
    try {
      print(partner.settings(), System.out);
      return 0;
    } catch (KafkaException e) {
      System.err.println(partner.notLetIn(e));
      return NOT_LET_IN;
    }
  }

  private void print(Map<String, Object> client, PrintStream out) {
    var settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    var feed = new TopicPartition("feed." + partner.organisation(), 0);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(feed));
      consumer.seekToBeginning(List.of(feed));
      long end = consumer.endOffsets(List.of(feed)).getOrDefault(feed, 0L);
      while (consumer.position(feed) < end) {
        for (var told : consumer.poll(Duration.ofMillis(200))) {
          // The bytes as they are, because their hash can be checked.
          out.writeBytes(told.value());
          out.println();
        }
      }
    }
    out.flush();
  }
}
