package org.icsregistry.log.kafka;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.SECURITY_PROTOCOL_CONFIG;
import static org.apache.kafka.common.config.SaslConfigs.SASL_JAAS_CONFIG;
import static org.apache.kafka.common.config.SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS;
import static org.apache.kafka.common.config.SaslConfigs.SASL_MECHANISM;
import static org.apache.kafka.common.config.SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID;
import static org.apache.kafka.common.config.SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET;
import static org.apache.kafka.common.config.SaslConfigs.SASL_OAUTHBEARER_JWT_VALIDATOR_CLASS;
import static org.apache.kafka.common.config.SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.security.oauthbearer.ClientJwtValidator;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;

/**
 * How a Kafka client signs in to a broker that is closed: it gets an access token by client
 * credentials (RFC 6749, section 4.4), shows it (RFC 7628) and renews it before it ends.
 */
public final class KafkaSignIn {

  /** System property; since Kafka 4.0 no other address is asked for a token (KIP-1139). */
  private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

  private KafkaSignIn() {}

  /**
   * The settings of a client that signs in, over a connection without TLS, as on one machine.
   *
   * @param servers addresses of brokers
   * @param tokenEndpoint of the sign-in service
   */
  public static Map<String, Object> settings(
      String servers, URI tokenEndpoint, String client, String secret) {
    Map<String, Object> settings =
        Map.of(
            BOOTSTRAP_SERVERS_CONFIG,
            servers,
            SECURITY_PROTOCOL_CONFIG,
            "SASL_PLAINTEXT",
            SASL_MECHANISM,
            OAuthBearerLoginModule.OAUTHBEARER_MECHANISM,
            SASL_JAAS_CONFIG,
            OAuthBearerLoginModule.class.getName() + " required;",
            SASL_LOGIN_CALLBACK_HANDLER_CLASS,
            OAuthBearerLoginCallbackHandler.class.getName(),
            // The default needs jose4j, which only brokers have.
            SASL_OAUTHBEARER_JWT_VALIDATOR_CLASS,
            ClientJwtValidator.class.getName(),
            SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL,
            tokenEndpoint.toString(),
            SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID,
            client,
            SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET,
            secret);
    allow(settings);
    return settings;
  }

  /**
   * Why a client could not be made, in one line. What Kafka throws wraps a login's failure, whose
   * text is a stack trace.
   */
  public static String reason(Throwable failure) {
    var root = failure;
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root.toString().lines().findFirst().orElse("");
  }

  /**
   * Lets Kafka ask the token endpoint that these settings name, if they name one. Whoever wrote the
   * settings has chosen it; the rule is there for programs that take settings from strangers.
   */
  public static synchronized void allow(Map<String, ?> settings) {
    var endpoint = settings.get(SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL);
    var before = System.getProperty(ALLOWED, "");
    if (endpoint != null && !List.of(before.split(",")).contains(endpoint.toString())) {
      System.setProperty(ALLOWED, before.isEmpty() ? endpoint.toString() : before + "," + endpoint);
    }
  }
}
