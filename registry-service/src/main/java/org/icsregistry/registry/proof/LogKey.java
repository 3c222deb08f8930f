package org.icsregistry.registry.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The key with which the log signs. Its name is the log's origin, as C2SP tlog-checkpoint
 * recommends.
 */
@Configuration(proxyBeanMethods = false)
class LogKey {

  private static final Logger LOG = LoggerFactory.getLogger(LogKey.class);

  @Bean
  SigningKey logSigningKey(
      @Value("${registry.log.origin}") String origin, @Value("${registry.log.key-file}") Path file)
      throws IOException {
    if (!Files.exists(file)) {
      create(origin, file);
    }
    var key = SigningKey.parse(Files.readString(file).strip());
    if (!key.verifierKey().name().equals(origin)) {
      throw new IllegalStateException(
          "The log's key in "
              + file
              + " is named "
              + key.verifierKey().name()
              + ", the log's origin is "
              + origin
              + "; a log keeps its origin for ever");
    }
    LOG.info("The log signs as {}", key.verifierKey().text());
    return key;
  }

  private static void create(String origin, Path file) throws IOException {
    var owner =
        PosixFilePermissions.asFileAttribute(
            Set.copyOf(PosixFilePermissions.fromString("rw-------")));
    var made = Files.createTempFile(file.toAbsolutePath().getParent(), "log-key", null, owner);
    Files.writeString(made, SigningKey.generate(origin, KeyType.ED25519).secretText() + "\n");
    Files.move(made, file);
    LOG.warn(
        "Made a new key for the log in {}; keep it safe, auditors will know the log by it", file);
  }
}
