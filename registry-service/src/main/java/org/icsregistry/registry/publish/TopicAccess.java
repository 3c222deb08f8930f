package org.icsregistry.registry.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * Brings {@link TopicRules} to the brokers. Where clients sign in, a broker that keeps no rules is
 * refused: the log would be open to every client of the sign-in service.
 */
@Component
class TopicAccess {

  private static final Logger LOG = LoggerFactory.getLogger(TopicAccess.class);

  private final Map<String, Object> settings;
  private final List<String> logReaders;
  private final String feedWriter;
  private boolean logRuled;

  TopicAccess(
      KafkaProperties kafka,
      @Value("${registry.kafka.log-readers}") List<String> logReaders,
      @Value("${registry.kafka.feed-writer}") String feedWriter) {
    this.settings = kafka.buildAdminProperties();
    this.logReaders = List.copyOf(logReaders);
    this.feedWriter = feedWriter;
  }

  /**
   * Allows partners what is theirs; at the first call also the services what is theirs, and nobody
   * else.
   */
  void ensure(Collection<String> partners) {
    if (open() || (logRuled && partners.isEmpty())) {
      return;
    }
    var wanted = new ArrayList<AclBinding>();
    partners.forEach(partner -> wanted.addAll(TopicRules.partner(partner)));
    try (var admin = Admin.create(settings)) {
      if (!logRuled) {
        var services = new HashSet<>(TopicRules.log(logReaders));
        services.addAll(TopicRules.feeds(feedWriter));
        wanted.addAll(services);
        withdrawOthers(admin, services);
      }
      admin.createAcls(wanted).all().get();
      logRuled = true;
    } catch (ExecutionException e) {
      throw new KafkaException("The rules of access could not be set", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Which services there are is said in one place; one that is taken off must not go on. */
  private static void withdrawOthers(Admin admin, Set<AclBinding> wanted)
      throws ExecutionException, InterruptedException {
    var others = new HashSet<AclBinding>();
    for (var resource : TopicRules.ofServices()) {
      var here = new AclBindingFilter(resource.toFilter(), AccessControlEntryFilter.ANY);
      others.addAll(admin.describeAcls(here).values().get());
    }
    others.removeAll(wanted);
    if (!others.isEmpty()) {
      LOG.info(
          "Access is withdrawn that registry.kafka.log-readers and feed-writer do not give: {}",
          others);
      admin.deleteAcls(others.stream().map(AclBinding::toFilter).toList()).all().get();
    }
  }

  private boolean open() {
    var protocol = settings.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
    return protocol == null || !protocol.toString().startsWith("SASL_");
  }
}
