package org.icsregistry.kit.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.icsregistry.log.kafka.KafkaSignIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Signs in before anything of the service speaks to Kafka, and waits as long as that takes, because
 * a Kafka client that cannot sign in fails when it is made. Clients of a process with equal
 * settings share one sign-in for as long as one of them lives; the one held here keeps it, so that
 * no later client depends on the sign-in service's being there at that moment.
 */
final class KafkaLogin implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaLogin.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Map<String, Object> settings;
  private volatile @Nullable Admin held;

  KafkaLogin(Map<String, Object> settings) {
    this.settings = settings;
  }

  @Override
  public void start() {
    if (!signsIn()) {
      return;
    }
    requireClient();
    KafkaSignIn.allow(settings);
    // In a thread of its own: a shutdown recognises a start that waits without a limit, and
    // interrupts it.
    var signedIn = new CompletableFuture<Admin>();
    var waiting = Thread.ofVirtual().name("kafka-login").start(() -> signIn(signedIn));
    try {
      held = signedIn.get();
    } catch (InterruptedException e) {
      waiting.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while waiting for the sign-in service", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The settings of Kafka cannot be used", e.getCause());
    }
  }

  /** Waiting would not help. */
  private void requireClient() {
    var client = settings.get(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID);
    if (client == null || client.toString().isBlank()) {
      throw new IllegalStateException(
          "Expected in registry.client.id (or registry.kafka.client.id) the client with which to"
              + " sign in to Kafka, found nothing; an open broker for trials needs"
              + " spring.kafka.security.protocol=PLAINTEXT");
    }
  }

  private boolean signsIn() {
    var protocol = settings.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
    return protocol != null && protocol.toString().startsWith("SASL_");
  }

  private void signIn(CompletableFuture<Admin> signedIn) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        signedIn.complete(Admin.create(settings));
        return;
      } catch (KafkaException e) {
        LOG.warn(
            "Kafka needs a token from {}; the service waits and tries again, because: {}",
            settings.get(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL),
            KafkaSignIn.reason(e));
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (RuntimeException e) {
        signedIn.completeExceptionally(e);
        return;
      }
    }
  }

  @Override
  public void stop() {
    var admin = held;
    held = null;
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }

  @Override
  public boolean isRunning() {
    return held != null;
  }

  /** Before everybody else, and stopped after them. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
