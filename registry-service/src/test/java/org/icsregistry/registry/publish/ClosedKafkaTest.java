package org.icsregistry.registry.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.icsregistry.registry.fixture.Commands;
import org.icsregistry.registry.fixture.KafkaPartner;
import org.icsregistry.registry.fixture.PublishedLog;
import org.icsregistry.registry.fixture.RunningRegistry;
import org.icsregistry.registry.fixture.ShownToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and who may do what, on a broker that is closed. */
class ClosedKafkaTest {

  private static final RunningRegistry REGISTRY = RunningRegistry.startClosed();
  private static String ours = "";
  private static String theirs = "";

  @BeforeAll
  static void admit() {
    ours = Commands.admitted(REGISTRY);
    theirs = Commands.admitted(REGISTRY);
    topicsAppear(ours);
    topicsAppear(theirs);
  }

  @AfterAll
  static void stop() {
    REGISTRY.close();
  }

  @Test
  void a_partner_sends_a_command_and_reads_its_result_and_an_auditor_reads_the_log() {
    try (var partner = new KafkaPartner(REGISTRY, ours)) {
      var place = partner.send(Commands.registerVolunteer(ours, Commands.id()));
      assertThat(partner.resultOf(place).path("status").asInt()).isEqualTo(201);
    }
    new PublishedLog(REGISTRY).holdsEachIndexOnce();
  }

  @Test
  void a_partner_uses_groups_that_begin_with_its_code_and_a_dot() {
    assertThatCode(() -> read(ours, "results." + ours, ours + ".reading"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commands.%s",
        "results.%s",
        "feed.%s",
        "registry.log",
        "registry.checkpoints",
        "registry.feeds"
      })
  void a_partner_cannot_write_what_is_not_its_own(String topic) {
    assertThatThrownBy(() -> write(ours, topic.formatted(theirs)))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TopicAuthorizationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commands.%s",
        "results.%s",
        "feed.%s",
        "registry.log",
        "registry.checkpoints",
        "registry.feeds"
      })
  void a_partner_cannot_read_what_is_not_its_own(String topic) {
    assertThatThrownBy(() -> read(ours, topic.formatted(theirs), null))
        .isInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void a_partner_cannot_answer_itself_or_read_back_the_commands_of_its_organisation() {
    for (var topic : List.of("results." + ours, "feed." + ours)) {
      assertThatThrownBy(() -> write(ours, topic))
          .hasCauseInstanceOf(TopicAuthorizationException.class);
    }
    assertThatThrownBy(() -> read(ours, "commands." + ours, null))
        .isInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void a_partner_cannot_use_anothers_groups_even_if_one_code_begins_the_other() {
    assertThatThrownBy(() -> read(ours, "results." + ours, theirs + ".reading"))
        .isInstanceOf(GroupAuthorizationException.class);
    assertThatThrownBy(() -> read(ours, "results." + ours, ours + "1.reading"))
        .isInstanceOf(GroupAuthorizationException.class);
  }

  @Test
  void a_partner_cannot_make_or_delete_topics_or_change_rules_and_sees_its_own_topics_only()
      throws Exception {
    try (var admin = Admin.create(REGISTRY.kafka(ours))) {
      var another = new NewTopic("commands.ANOTHER", 1, (short) 1);
      assertThatThrownBy(() -> admin.createTopics(List.of(another)).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
      for (var topic : List.of("commands." + ours, "registry.log")) {
        assertThatThrownBy(() -> admin.deleteTopics(List.of(topic)).all().get())
            .hasCauseInstanceOf(AuthorizationException.class);
      }
      assertThatThrownBy(() -> admin.createAcls(TopicRules.log(List.of(ours))).all().get())
          .hasCauseInstanceOf(AuthorizationException.class);
      assertThat(admin.listTopics().names().get())
          .containsExactlyInAnyOrder("commands." + ours, "results." + ours, "feed." + ours);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"onboarding", "projection", "auditor"})
  void readers_of_the_log_read_it_and_do_nothing_else(String client) {
    assertThatCode(() -> read(client, "registry.log", null)).doesNotThrowAnyException();
    assertThatThrownBy(() -> write(client, "registry.log"))
        .hasCauseInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> read(client, "commands." + ours, null))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void the_read_side_alone_tells_a_partner_what_is_new() throws Exception {
    tellAs("projection");
    assertThat(committed(ours, "feed." + ours)).containsExactly("news");

    assertThatThrownBy(() -> tellAs("onboarding")).isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> write("auditor", "feed." + ours))
        .hasCauseInstanceOf(TopicAuthorizationException.class);
    assertThatThrownBy(() -> read("projection", "feed." + ours, null))
        .isInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void a_feed_is_kept_as_long_as_the_settings_say_and_its_place_for_ever() throws Exception {
    try (var admin = Admin.create(REGISTRY.kafka("registry"))) {
      var feed = new ConfigResource(ConfigResource.Type.TOPIC, "feed." + ours);
      var hour = new AlterConfigOp(new ConfigEntry("retention.ms", "3600000"), OpType.SET);
      admin.incrementalAlterConfigs(Map.of(feed, List.of(hour))).all().get();
      REGISTRY.restart();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(setting(admin, feed.name(), "retention.ms"))
                  .isEqualTo(Long.toString(Duration.ofDays(30).toMillis())));
      assertThat(setting(admin, "registry.feeds", "cleanup.policy")).isEqualTo("compact");
      assertThat(admin.describeTopics(List.of("feed." + ours)).allTopicNames().get())
          .allSatisfy((_, topic) -> assertThat(topic.partitions()).hasSize(1));
    }
  }

  @Test
  void topics_of_a_partner_that_are_deleted_are_there_again_and_it_goes_on_with_them()
      throws Exception {
    var partner = Commands.admitted(REGISTRY);
    topicsAppear(partner);
    var all = List.of("commands." + partner, "results." + partner, "feed." + partner);
    try (var admin = Admin.create(REGISTRY.kafka("registry"))) {
      admin.deleteTopics(all).all().get();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> admin.listTopics().names().get().containsAll(all));
      assertThat(setting(admin, "feed." + partner, "retention.ms"))
          .isEqualTo(Long.toString(Duration.ofDays(30).toMillis()));
    }
    var madeAgain = REGISTRY.bean(MeterRegistry.class).counter("registry.topics.made.again");
    Awaitility.await().until(() -> madeAgain.count() >= all.size());
    try (var again = new KafkaPartner(REGISTRY, partner)) {
      var place = again.send(Commands.registerVolunteer(partner, Commands.id()));
      assertThat(again.resultOf(place).path("status").asInt()).isEqualTo(201);
    }
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var settings = admin.describeConfigs(List.of(resource)).values().get(resource);
    return requireNonNull(settings).get().get(name).value();
  }

  private static void tellAs(String client) {
    var settings = new HashMap<>(REGISTRY.kafka(client));
    settings.put("transactional.id", "registry.feeds");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var _ = producer.send(new ProducerRecord<>("feed." + ours, "news".getBytes(UTF_8)));
      var _ = producer.send(new ProducerRecord<>("registry.feeds", "place", "0".getBytes(UTF_8)));
      producer.commitTransaction();
    }
  }

  private static List<String> committed(String client, String topic) {
    var settings = new HashMap<>(REGISTRY.kafka(client));
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      return Awaitility.await()
          .until(
              () -> {
                var values = new ArrayList<String>();
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
                return values;
              },
              values -> !values.isEmpty());
    }
  }

  static Stream<Arguments> unusableTokens() {
    var signIn = REGISTRY.signIn();
    var past = Instant.now().minusSeconds(120);
    return Stream.of(
        Arguments.of(
            "expired",
            signIn.token(
                c -> registry(c).issueTime(from(past, -300)).expirationTime(from(past, 0)))),
        Arguments.of("for somebody else", signIn.token(c -> registry(c).audience("another"))),
        Arguments.of("of another issuer", signIn.token(c -> registry(c).issuer("http://another"))),
        Arguments.of("signed by another key", signIn.forgedToken("QOP", "registry")),
        Arguments.of("of no client", signIn.token("QOP", "registry")),
        Arguments.of(
            "alg none",
            new PlainJWT(
                    new PlainHeader(),
                    registry(new JWTClaimsSet.Builder())
                        .issuer(signIn.issuer())
                        .audience("ics-volunteer-registry")
                        .subject("registry")
                        .issueTime(from(Instant.now(), 0))
                        .expirationTime(from(Instant.now(), 300))
                        .build())
                .serialize()));
  }

  @ParameterizedTest(name = "a token {0}")
  @MethodSource("unusableTokens")
  void nobody_gets_in_with(String kind, String token) {
    assertThatThrownBy(() -> listTopics(shown(token)))
        .as(kind)
        .hasCauseInstanceOf(SaslAuthenticationException.class)
        .rootCause()
        .hasMessageNotContaining(token);
  }

  @Test
  void a_good_token_gets_in_and_one_of_a_person_speaks_for_the_pages_which_may_do_nothing()
      throws Exception {
    assertThat(listTopics(shown(REGISTRY.signIn().token(ClosedKafkaTest::registry))))
        .contains("registry.log");
    var person = REGISTRY.signIn().token(c -> c.subject("registry").claim("azp", "front-door"));
    assertThat(listTopics(shown(person))).isEmpty();
  }

  @Test
  void without_a_token_nobody_gets_in() {
    var servers = REGISTRY.broker().bootstrapServers();
    assertThatThrownBy(() ->
            listTopics(
                Map.of(
                    "bootstrap.servers",
                    servers,
                    "default.api.timeout.ms",
                    3_000,
                    "request.timeout.ms",
                    2_000)))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void rules_that_were_taken_away_are_back_after_a_restart_and_others_on_the_log_are_gone()
      throws Exception {
    try (var admin = Admin.create(REGISTRY.kafka("registry"))) {
      var stranger = new ArrayList<>(TopicRules.log(List.of("stranger")));
      stranger.addAll(TopicRules.feeds("stranger"));
      admin.createAcls(stranger).all().get();
      admin
          .deleteAcls(TopicRules.partner(ours).stream().map(AclBinding::toFilter).toList())
          .all()
          .get();
      REGISTRY.restart();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                  .containsAll(TopicRules.partner(ours))
                  .containsAll(TopicRules.log(List.of("auditor")))
                  .containsAll(TopicRules.feeds("projection"))
                  .doesNotContainAnyElementsOf(stranger));
    }
  }

  private static void topicsAppear(String partner) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> listTopics(REGISTRY.kafka(partner)).contains("results." + partner));
  }

  private static java.util.Set<String> listTopics(Map<String, Object> client) throws Exception {
    try (var admin = Admin.create(client)) {
      return admin.listTopics().names().get();
    }
  }

  private static Map<String, Object> shown(String token) {
    return ShownToken.settings(REGISTRY.broker().bootstrapServers(), token);
  }

  private static JWTClaimsSet.Builder registry(JWTClaimsSet.Builder claims) {
    return claims.claim("azp", "registry");
  }

  private static Date from(Instant instant, long seconds) {
    return Date.from(instant.plusSeconds(seconds));
  }

  private static void write(String client, String topic) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            REGISTRY.kafka(client), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, "planted".getBytes(UTF_8))).get();
    }
  }

  private static void read(
      String client, String topic, @org.jspecify.annotations.Nullable String group) {
    var settings = new HashMap<>(REGISTRY.kafka(client));
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    if (group != null) {
      settings.put("group.id", group);
    }
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      if (group == null) {
        consumer.assign(List.of(new TopicPartition(topic, 0)));
      } else {
        consumer.subscribe(List.of(topic));
      }
      consumer.poll(Duration.ofSeconds(5));
    }
  }
}
