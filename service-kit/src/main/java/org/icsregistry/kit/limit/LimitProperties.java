package org.icsregistry.kit.limit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one caller may ask. Whatever is not set has a default far above what people and
 * well-meaning programs need.
 *
 * @param caller requests of one signed-in client or person, but commands
 * @param commands requests with commands of one client; none by default, because the queue of
 *     commands says itself when it is full
 * @param address requests of one address without a good token
 */
@ConfigurationProperties("registry.limits")
public record LimitProperties(
    @Nullable Limit caller, @Nullable Limit commands, @Nullable Limit address) {

  /**
   * @param eachSecond how many a second for as long as they like; 0 for no limit
   * @param atOnce how many without a pause; 0 for those of ten seconds
   */
  public record Limit(int eachSecond, @DefaultValue("0") int atOnce) {

    static final Limit NONE = new Limit(0, 0);

    public Limit {
      if (eachSecond < 0 || atOnce < 0) {
        throw new IllegalArgumentException(
            "Expected a number of requests in registry.limits, 0 for no limit; found one below");
      }
    }

    int burst() {
      return atOnce == 0 ? Math.multiplyExact(10, eachSecond) : atOnce;
    }
  }

  Limit ofCaller() {
    return Objects.requireNonNullElse(caller, new Limit(500, 5_000));
  }

  Limit ofCommands() {
    return Objects.requireNonNullElse(commands, Limit.NONE);
  }

  Limit ofAddress() {
    return Objects.requireNonNullElse(address, new Limit(200, 2_000));
  }
}
