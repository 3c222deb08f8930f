package org.icsregistry.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.icsregistry.kit.limit.LimitProperties.Limit;

/**
 * Counts what each caller asks for, in token buckets. Buckets are kept for as many callers as fit
 * and for as long as they matter: one that is full again says no more than none.
 */
public final class RequestLimits {

  private static final int MOST = 20_000;
  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final int BYTES_OF_A_NETWORK = 8;

  private final LimitProperties limits;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE).build();

  public RequestLimits(LimitProperties limits) {
    this.limits = limits;
  }

  /** Seconds until this caller may ask again; 0 if it may now, which counts. */
  long ofCaller(String name) {
    return take("caller ", name, limits.ofCaller());
  }

  /** The same for a request with commands. */
  long ofCommands(String name) {
    return take("commands ", name, limits.ofCommands());
  }

  /** The same for whoever shows no good token. */
  public long ofAddress(String address) {
    return take("address ", network(address), limits.ofAddress());
  }

  private long take(String kind, String name, Limit limit) {
    if (limit.eachSecond() == 0) {
      return 0;
    }
    var asked = buckets.get(kind + name, _ -> full(limit)).tryConsumeAndReturnRemaining(1);
    return asked.isConsumed()
        ? 0
        : TimeUnit.NANOSECONDS.toSeconds(asked.getNanosToWaitForRefill()) + 1;
  }

  private static Bucket full(Limit limit) {
    return Bucket.builder()
        .addLimit(
            l -> l.capacity(limit.burst()).refillGreedy(limit.eachSecond(), Duration.ofSeconds(1)))
        .build();
  }

  /** Whoever has one IPv6 address has a whole network of them (RFC 4291, section 2.5.4). */
  private static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES_OF_A_NETWORK))
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
