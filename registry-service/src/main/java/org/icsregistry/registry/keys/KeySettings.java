package org.icsregistry.registry.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who keeps the key-encryption keys; what is empty is not used. A service goes before files, which
 * then only open what they have wrapped.
 *
 * @param kekFile file of the key without an epoch
 * @param kekDirectory of one file per month, named {@code 2026-11}
 */
@ConfigurationProperties("registry.keys")
record KeySettings(String kekFile, String kekDirectory, Transit transit) {

  /**
   * @param url of the server
   * @param mount path of the Transit engine
   * @param key name of the key
   */
  record Transit(String url, String mount, String key, String tokenFile, Duration timeout) {}
}
