package org.icsregistry.registry.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.publish.LogPublisher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A name that a partner sends stands nowhere in clear: not stored, published, answered or logged.
 */
class SealingTest {

  private static final String MARKER = "Quillonby";
  private static final Pattern JWE = Pattern.compile("eyJ[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  private final RunningRegistry registry = RunningRegistry.shared();
  private final String partner = Commands.admitted(registry);

  @Test
  void aPlantedName_standsNowhereInClear() {
    var said = new Said();
    try {
      var answers = everythingThatCarriesAName();
      await().until(() -> registry.bean(LogPublisher.class).published() == registry.store().size());
      assertThat(marked(answers)).as("answers").isEmpty();
      assertThat(marked(tables())).as("tables").isEmpty();
      assertThat(marked(topics())).as("topics").isEmpty();
    } finally {
      said.stop();
    }
    assertThat(said.lines).as("the log output was captured").isNotEmpty();
    assertThat(marked(List.copyOf(said.lines))).as("log output").isEmpty();
  }

  /**
   * Whatever is sealed anywhere is tried with every key that is left, in the store or in memory.
   */
  @Test
  void ofSomebodyWhoWasForgotten_nothingAnywhereCanBeRead() {
    var person = Commands.id();
    var said = new Said();
    try {
      registry.accept(
          partner,
          Commands.registerVolunteer(partner, person)
              .replace("Planted", MARKER)
              .replace("planted", MARKER),
          Commands.recordCheck(partner, person, Commands.id()));
      await().until(() -> registry.bean(LogPublisher.class).published() == registry.store().size());
      assertThat(opened(tables(), person)).as("before").hasSize(4);
      assertThat(marked(opened(topics(), person))).isNotEmpty();

      registry.accept(partner, Commands.eraseVolunteer(partner, person, "[]"));
      await().until(() -> registry.bean(LogPublisher.class).published() == registry.store().size());
      var tables = tables();
      var topics = topics();
      assertThat(opened(tables, person)).as("tables").isEmpty();
      assertThat(opened(topics, person)).as("topics").isEmpty();
      assertThat(marked(tables)).as("tables").isEmpty();
      assertThat(marked(topics)).as("topics").isEmpty();
    } finally {
      said.stop();
    }
    assertThat(marked(List.copyOf(said.lines))).as("log output").isEmpty();
  }

  private List<String> opened(List<String> texts, String person) {
    var keys = registry.bean(KeyRing.class);
    return texts.stream()
        .flatMap(text -> JWE.matcher(text).results())
        .map(found -> new Sealed<JsonNode>(found.group()))
        .filter(sealed -> SealedValues.keyId(sealed).startsWith(person))
        .flatMap(sealed -> SealedValues.open(sealed, JsonNode.class, keys).toOptional().stream())
        .map(JsonNode::toString)
        .distinct()
        .toList();
  }

  /** Good, bad, twice, in a batch and over Kafka; the answers to all of it. */
  private List<String> everythingThatCarriesAName() {
    var answers = new ArrayList<String>();
    UnaryOperator<String> plant = c -> c.replace("Planted", MARKER).replace("planted", MARKER);
    var good = plant.apply(Commands.registerVolunteer(partner, Commands.id()));
    var bodies =
        List.of(
            good,
            good,
            good.replace("1990", "1991"),
            plant.apply(Commands.registerVolunteer("R0A", Commands.id())),
            good.replace("\"given\"", "\"knownAs\""),
            good.replace("1990-04-05", MARKER),
            good.substring(0, good.length() - 20),
            good.replaceFirst("\"subject\":\"[^\"]*", "\"subject\":\"" + MARKER));
    bodies.forEach(b -> answers.add(registry.send(partner, b).response().body()));
    answers.add(
        registry
            .sendBatch(partner, "[" + String.join(",", good, good.replace("1990", "1989")) + "]")
            .response()
            .body());
    try (var kafka = new KafkaPartner(registry, partner)) {
      answers.add(
          kafka
              .resultOf(kafka.send(plant.apply(Commands.registerVolunteer(partner, Commands.id()))))
              .toString());
      answers.add(kafka.resultOf(kafka.send(good.replace("given", "knownAs"))).toString());
    }
    return answers;
  }

  private List<String> tables() {
    var found = new ArrayList<String>();
    var tables =
        registry
            .store()
            .owner()
            .sql(
                """
                select table_schema || '.' || table_name from information_schema.tables
                where table_schema in ('public', 'keys')
                """)
            .query(String.class)
            .list();
    assertThat(tables).contains("public.event_log", "public.command_receipt", "keys.subject_key");
    for (var table : tables) {
      registry
          .store()
          .owner()
          .sql("select * from " + table)
          .query()
          .listOfRows()
          .forEach(row -> row.values().forEach(value -> found.add(text(value))));
    }
    return found;
  }

  private static String text(@Nullable Object value) {
    return value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : String.valueOf(value);
  }

  private List<String> topics() {
    var found = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", registry.broker().bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          List.of("registry.log", "results." + partner).stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> {
              found.add(text(record.key()) + text(record.value()));
              record.headers().forEach(header -> found.add(text(header.value())));
            });
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  /** The texts that hold the name in clear or in Base64, whatever stands before it. */
  private static List<String> marked(List<String> texts) {
    var forms = new ArrayList<>(List.of(MARKER));
    for (var before : List.of("", "x", "xx")) {
      var base64 = Base64.getUrlEncoder().withoutPadding();
      var whole = base64.encodeToString((before + MARKER).getBytes(UTF_8));
      forms.add(whole.substring(before.isEmpty() ? 0 : 4, whole.length() - 4));
    }
    forms.add(HexFormat.of().formatHex(MARKER.getBytes(UTF_8)));
    return texts.stream().filter(text -> forms.stream().anyMatch(text::contains)).toList();
  }

  /** All that is logged, more of it than an operator would ever turn on. */
  private static final class Said extends AppenderBase<ILoggingEvent> {

    private static final List<String> TALKATIVE =
        List.of("org.icsregistry", "org.springframework.web", "org.springframework.jdbc");

    final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    Said() {
      setContext(root.getLoggerContext());
      start();
      root.addAppender(this);
      TALKATIVE.forEach(name -> logger(name).setLevel(Level.TRACE));
    }

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }

    @Override
    public void stop() {
      TALKATIVE.forEach(name -> logger(name).setLevel(null));
      root.detachAppender(this);
      super.stop();
    }

    private Logger logger(String name) {
      return root.getLoggerContext().getLogger(name);
    }
  }
}
