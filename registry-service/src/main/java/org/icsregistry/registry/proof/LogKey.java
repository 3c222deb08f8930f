package org.icsregistry.registry.proof;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import org.icsregistry.log.checkpoint.CheckpointVerifiers;
import org.icsregistry.log.note.KeyType;
import org.icsregistry.log.note.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the keys with which the log signs. Their name is the log's origin, as C2SP tlog-checkpoint
 * recommends.
 */
@Configuration(proxyBeanMethods = false)
class LogKey {

  private static final Logger LOG = LoggerFactory.getLogger(LogKey.class);

  @Bean
  LogKeys logKeys(
      @Value("${registry.log.origin}") String origin,
      @Value("${registry.log.key-file}") Path file,
      @Value("${registry.log.second-key-file:}") String second,
      @Value("${registry.log.replace-lost-key:false}") boolean replaceLost,
      JdbcTemplate jdbc,
      Clock clock)
      throws IOException {
    var keys = new ArrayList<SigningKey>();
    if (!Files.exists(file)) {
      refuseToReplace(file, replaceLost, jdbc);
      create(origin, file);
    }
    keys.add(read(origin, file));
    if (!second.isBlank()) {
      var secondFile = Path.of(second);
      if (!Files.exists(secondFile)) {
        create(origin, secondFile);
      }
      keys.add(read(origin, secondFile));
    }
    return new LogKeys(keys, clock);
  }

  /** A key that disappeared is restored if at all possible: everybody knows the log by it. */
  private static void refuseToReplace(Path file, boolean replaceLost, JdbcTemplate jdbc) {
    long signed =
        requireNonNull(jdbc.queryForObject("select size from checkpoint_head", Long.class));
    if (signed > 0 && !replaceLost) {
      throw new IllegalStateException(
          """
          The log has been signed up to size %d, but its key %s is missing. Restore the file; if it is lost for good, \
          start once with registry.log.replace-lost-key=true and give every partner and witness the new key\
          """
              .formatted(signed, file));
    }
  }

  private static SigningKey read(String origin, Path file) throws IOException {
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
    var verifier = CheckpointVerifiers.ofLog(key.verifierKey());
    LOG.info("The log signs as {}", verifier.key().text());
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
