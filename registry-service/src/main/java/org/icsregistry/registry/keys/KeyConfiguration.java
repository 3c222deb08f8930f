package org.icsregistry.registry.keys;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class KeyConfiguration {

  /** The files, while they are configured. */
  private static @Nullable KeyFiles files(KeySettings settings, Clock clock) {
    var first = path(settings.kekFile());
    var directory = path(settings.kekDirectory());
    return first == null && directory == null ? null : new KeyFiles(first, directory, clock);
  }

  private static @Nullable Path path(String text) {
    return text.isBlank() ? null : Path.of(text);
  }

  @Bean
  KeyEncryption keyEncryption(KeySettings settings, Clock clock) {
    List<KeyEncryption> keepers = new ArrayList<>();
    var transit = settings.transit();
    if (!transit.url().isBlank()) {
      keepers.add(
          new TransitKeys(
              new TransitKeys.Settings(
                  URI.create(transit.url()),
                  transit.mount(),
                  transit.key(),
                  Path.of(transit.tokenFile()),
                  transit.timeout()),
              clock));
    }
    Optional.ofNullable(files(settings, clock)).ifPresent(keepers::add);
    if (keepers.isEmpty()) {
      throw new IllegalStateException(
          "Expected registry.keys.kek-file, registry.keys.kek-directory or registry.keys.transit.url, found none of them; make a key with: head -c 32 /dev/urandom | base64");
    }
    return keepers.size() == 1 ? keepers.getFirst() : new SeveralKeepers(keepers);
  }

  @Bean
  MeterBinder missingKeyEncryptionKey(KeyEncryption encryption) {
    return meters ->
        Gauge.builder("registry.kek.missing", () -> encryption.missingSoon().isPresent() ? 1 : 0)
            .description("the key-encryption key of next month is not there yet")
            .register(meters);
  }

  /** Refuses to start without each key-encryption key that has wrapped what is stored. */
  @Bean
  KeyRing keyRing(KeyTable table, KeyEncryption encryption) {
    try {
      table.epochs().forEach(epoch -> encryption.unwrap(List.of(epoch.example())));
    } catch (Refusal away) {
      throw new IllegalStateException(away.problem().detail(), away);
    }
    return new KeyRing(table, encryption);
  }

  /** Receipts that an earlier release gave were keyed from the key-encryption key. */
  @Bean
  ReceiptMac receiptMac(
      KeyTable table, KeyEncryption encryption, KeySettings settings, JdbcTemplate jdbc) {
    return ReceiptMac.of(
        table,
        encryption,
        () ->
            Optional.ofNullable(path(settings.kekFile()))
                .filter(_ -> anyReceipt(jdbc))
                .map(KeyEncryptionKey::read)
                .map(key -> key.derived(ReceiptMac.NAME)));
  }

  private static boolean anyReceipt(JdbcTemplate jdbc) {
    return !jdbc.query("select 1 from command_receipt limit 1", (_, _) -> true).isEmpty();
  }
}
