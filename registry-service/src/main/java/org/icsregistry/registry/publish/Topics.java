package org.icsregistry.registry.publish;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * The topics of the registry: the log, and one set per partner from the moment it is registered.
 */
@Component
public class Topics {

  /** All events, for ever. */
  public static final String LOG = "registry.log";

  /** Signed checkpoints of the log. */
  public static final String CHECKPOINTS = "registry.checkpoints";

  /** Prefix of the topics on which partners send commands. */
  public static final String COMMANDS = "commands.";

  /** Prefix of the topics on which each command gets its one answer. */
  public static final String RESULTS = "results.";

  /** Prefix of the topics on which each partner gets what concerns it. */
  static final String FEED = "feed.";

  /** How far the feeds have come. */
  static final String FEEDS = "registry.feeds";

  private final KafkaAdmin admin;
  private final TopicAccess access;
  private final JdbcTemplate jdbc;
  private final String host;
  private final int logPartitions;
  private final Duration feedRetention;
  private final Map<String, NewTopic> known = new ConcurrentHashMap<>();
  private long seen = -1;

  Topics(
      KafkaAdmin admin,
      TopicAccess access,
      JdbcTemplate jdbc,
      @Value("${registry.ics.host}") String host,
      @Value("${registry.log.partitions:12}") int logPartitions,
      @Value("${registry.kafka.feed-retention}") Duration feedRetention) {
    this.admin = admin;
    this.access = access;
    this.jdbc = jdbc;
    this.host = host;
    this.logPartitions = logPartitions;
    this.feedRetention = feedRetention;
  }

  /**
   * Makes what is missing, topics and who may use them. Cheap when no partner has been registered
   * since the last call.
   */
  synchronized void ensure() {
    var partners = new LinkedHashSet<String>();
    var wanted = new ArrayList<NewTopic>();
    if (known.isEmpty()) {
      wanted.add(forEver(LOG, logPartitions));
      wanted.add(forEver(CHECKPOINTS, 1));
      wanted.add(lastOnly(FEEDS));
      partners.add(host);
    }
    long size = requireNonNull(jdbc.queryForObject("select size from log_head", Long.class));
    if (size > seen) {
      partners.addAll(registeredSince(seen));
    }
    // A suspended partner keeps its topics: the registry refuses its commands and says why.
    partners.forEach(partner -> wanted.addAll(of(partner)));
    wanted.removeIf(topic -> known.containsKey(topic.name()));
    if (!wanted.isEmpty()) {
      access.ensure(partners);
      admin.createOrModifyTopics(wanted.toArray(NewTopic[]::new));
      wanted.forEach(topic -> known.put(topic.name(), topic));
    }
    seen = size; // only now: what could not be made is wanted again
  }

  /** Those of the partners that are registered. */
  List<NewTopic> ofPartners() {
    var own = Set.of(LOG, CHECKPOINTS, FEEDS);
    return known.values().stream().filter(topic -> !own.contains(topic.name())).toList();
  }

  private List<String> registeredSince(long index) {
    return jdbc.query(
        "select subject from event_log where type = 'PartnerRegistered.v1' and log_index >= ? order by log_index",
        (row, _) -> row.getString(1),
        index);
  }

  /**
   * Without a replication factor: the broker's default decides, one locally and three in
   * production.
   */
  private static NewTopic forEver(String name, int partitions) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, "-1",
                TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
  }

  /** Keeps the last record of a key for ever, and those before it for a while. */
  private static NewTopic lastOnly(String name) {
    return new NewTopic(name, Optional.of(1), Optional.empty())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.SEGMENT_MS_CONFIG,
                "3600000"));
  }

  /**
   * Commands carry personal data in clear, so they stay on the broker for a day at most. They are
   * deleted once they are answered, and leave its disk with the file they stand in, which is
   * therefore short. A feed has one partition, because all of it is in the order of the log.
   */
  private List<NewTopic> of(String partner) {
    return List.of(
        new NewTopic(COMMANDS + partner, Optional.of(3), Optional.empty())
            .configs(
                Map.of(
                    TopicConfig.RETENTION_MS_CONFIG, "86400000",
                    TopicConfig.SEGMENT_MS_CONFIG, "600000")),
        new NewTopic(RESULTS + partner, Optional.of(3), Optional.empty())
            .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "604800000")),
        new NewTopic(FEED + partner, Optional.of(1), Optional.empty())
            .configs(
                Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(feedRetention.toMillis()))));
  }
}
