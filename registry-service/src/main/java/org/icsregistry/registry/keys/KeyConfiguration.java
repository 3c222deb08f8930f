package org.icsregistry.registry.keys;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

  @Bean
  KeyEncryptionKey keyEncryptionKey(@Value("${registry.keys.kek-file}") Path file)
      throws IOException {
    return KeyEncryptionKey.read(file);
  }

  /** Refuses to start on another key-encryption key than the one that wrapped what is stored. */
  @Bean
  KeyRing keyRing(JdbcTemplate jdbc, KeyEncryptionKey kek) {
    jdbc.query(
        "select kid, wrapped from keys.subject_key limit 1",
        row -> {
          kek.unwrap(row.getString(1), row.getBytes(2));
        });
    return new KeyRing(jdbc, kek);
  }
}
