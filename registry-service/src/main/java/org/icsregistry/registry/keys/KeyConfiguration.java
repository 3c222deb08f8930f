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

  @Bean
  KeyRing keyRing(JdbcTemplate jdbc, KeyEncryptionKey kek) {
    return new KeyRing(jdbc, kek);
  }
}
