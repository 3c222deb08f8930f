package org.icsregistry.registry.publish;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who may do what on Kafka, beside the registry, which owns it. Whatever is not here is forbidden.
 * To read or write includes to describe (Kafka documentation, section 7.4).
 */
final class TopicRules {

  private TopicRules() {}

  /**
   * Readers of the whole log. They need no consumer group: their positions stand beside their data.
   *
   * @param clients their ids at the sign-in service
   */
  static List<AclBinding> log(Collection<String> clients) {
    return clients.stream()
        .flatMap(client ->
            Stream.of(
                allow(client, READ, TOPIC, Topics.LOG, LITERAL),
                allow(client, READ, TOPIC, Topics.CHECKPOINTS, LITERAL)))
        .toList();
  }

  /**
   * Whoever writes the feeds of all partners.
   *
   * @param client its id at the sign-in service
   */
  static List<AclBinding> feeds(String client) {
    return List.of(
        allow(client, WRITE, TOPIC, Topics.FEED, PREFIXED),
        allow(client, WRITE, TOPIC, Topics.FEEDS, LITERAL),
        allow(client, READ, TOPIC, Topics.FEEDS, LITERAL),
        allow(client, WRITE, TRANSACTIONAL_ID, Topics.FEEDS, LITERAL));
  }

  /** What no client may touch but those that {@link #log} and {@link #feeds} name. */
  static Set<ResourcePattern> ofServices() {
    return Stream.concat(log(List.of("any")).stream(), feeds("any").stream())
        .map(AclBinding::pattern)
        .collect(toUnmodifiableSet());
  }

  /**
   * A partner's system, whose client id is the organisation's code. The dot ends the code, so that
   * no code is the beginning of another's groups.
   */
  static List<AclBinding> partner(String code) {
    return List.of(
        allow(code, WRITE, TOPIC, Topics.COMMANDS + code, LITERAL),
        allow(code, READ, TOPIC, Topics.RESULTS + code, LITERAL),
        allow(code, READ, TOPIC, Topics.FEED + code, LITERAL),
        allow(code, READ, GROUP, code + ".", PREFIXED));
  }

  private static AclBinding allow(
      String client, AclOperation operation, ResourceType type, String name, PatternType pattern) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry("User:" + client, "*", operation, AclPermissionType.ALLOW));
  }
}
