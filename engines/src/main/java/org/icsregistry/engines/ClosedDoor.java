package org.icsregistry.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;

/** What a closed broker needs besides its data. */
final class ClosedDoor {

  private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

  private final BrokerAccess access;
  private final BrokerPassword own = BrokerPassword.random();
  private final Path keys;

  ClosedDoor(BrokerAccess access) {
    this.access = access;
    this.keys = write(access.keys());
    allow(keys.toUri().toString());
  }

  Map<String, String> settings(Path data, int port) {
    return BrokerSettings.closed(data, port, access, keys, own);
  }

  void grant(Collection<AclBinding> rules) {
    try (var admin = Admin.create(own.client())) {
      admin.createAcls(rules).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker did not take the rules", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the broker took the rules", e);
    }
  }

  // Kafka takes no address of a file with an escaped character, such as a blank in the name of a
  // data directory; temporary directories have none.
  private static Path write(String keys) {
    try {
      Path file = Files.createTempFile("ics-registry-keys", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, keys, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the sign-in service's public keys", e);
    }
  }

  /** Since 4.0 Kafka reads keys only from addresses that this system property lists. */
  private static synchronized void allow(String address) {
    var before = System.getProperty(ALLOWED, "");
    System.setProperty(ALLOWED, before.isEmpty() ? address : before + "," + address);
  }
}
