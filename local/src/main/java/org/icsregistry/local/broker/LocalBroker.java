package org.icsregistry.local.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.icsregistry.engines.BrokerAccess;
import org.icsregistry.engines.EmbeddedBroker;
import org.icsregistry.local.signin.SigningKey;

/**
 * Runs the broker that only clients of the local sign-in service can use: {@code LocalBroker
 * <directory> <port> <issuer> <key file of the sign-in service>}. It knows the public keys from the
 * file, so it waits for nobody. Stops in order on SIGTERM.
 */
public final class LocalBroker {

  /** The client that loads demonstrations: it may send for every partner, and reads the answers. */
  public static final String LOADER = "demonstration";

  private static final String OWNER = "registry";
  private static final String AUDIENCE = "ics-volunteer-registry";

  private LocalBroker() {}

  /** Entry point. Exit code 2 for wrong arguments. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 4) {
      System.err.println("Expected four arguments: <directory> <port> <issuer> <key file>");
      System.exit(2);
    }
    var keys = SigningKey.publicKeys(Path.of(arguments[3]));
    var broker =
        start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), access(keys, arguments[2]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    System.out.println("ready " + broker.port());
    new CountDownLatch(1).await();
  }

  /** Starts the broker with the rules that hold on this machine only. */
  public static EmbeddedBroker start(Path directory, int port, BrokerAccess access) {
    var broker = EmbeddedBroker.startClosed(directory, port, access);
    broker.grant(
        List.of(
            allowLoader("commands.", AclOperation.WRITE),
            allowLoader("results.", AclOperation.READ)));
    return broker;
  }

  /** Tokens of the sign-in service with these keys; the registry may do everything. */
  public static BrokerAccess access(String keys, String issuer) {
    return new BrokerAccess(keys, issuer, AUDIENCE, OWNER);
  }

  private static AclBinding allowLoader(String topics, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, topics, PatternType.PREFIXED),
        new AccessControlEntry("User:" + LOADER, "*", operation, AclPermissionType.ALLOW));
  }
}
