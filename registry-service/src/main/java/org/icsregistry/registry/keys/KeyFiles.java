package org.icsregistry.registry.keys;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Key-encryption keys in files: one without an epoch, and one for each month. The file of a month
 * is put to every instance before the month begins; from then on it wraps what is new, everywhere
 * at once.
 */
final class KeyFiles implements KeyEncryption {

  /** Name of the key without an epoch, which comes before all others. */
  static final String FIRST = "first";

  private static final Logger LOG = LoggerFactory.getLogger(KeyFiles.class);
  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final Duration NOTICE = Duration.ofDays(10);

  private final @Nullable Path first;
  private final @Nullable Path directory;
  private final Clock clock;
  private volatile Found found;

  private record Found(
      @Nullable KeyEncryptionKey first,
      NavigableMap<YearMonth, KeyEncryptionKey> months,
      Instant at) {

    @Nullable KeyEncryptionKey named(String kek) {
      if (kek.equals(FIRST)) {
        return first;
      }
      return MONTH.matcher(kek).matches() ? months.get(YearMonth.parse(kek)) : null;
    }
  }

  /**
   * @param first file of the key without an epoch
   * @param directory of the files of months
   */
  KeyFiles(@Nullable Path first, @Nullable Path directory, Clock clock) {
    this.first = first;
    this.directory = directory;
    this.clock = clock;
    this.found = read();
    LOG.info(
        "Key-encryption keys: {} of months {}, current {}",
        first == null ? "none without an epoch," : "one without an epoch,",
        found.months.keySet(),
        current());
  }

  @Override
  public String current() {
    var now = clock.instant();
    if (now.isAfter(found.at.plus(LOOK_EVERY))) {
      lookAgain();
    }
    var month = found.months.floorKey(YearMonth.from(now.atZone(ZoneOffset.UTC)));
    if (month == null && found.first == null) {
      throw new IllegalStateException(
          "Expected a key-encryption key of this month or an earlier one in %s, found those of %s; make one with: head -c 32 /dev/urandom | base64"
              .formatted(directory, found.months.keySet()));
    }
    return month == null ? FIRST : month.toString();
  }

  /** That of the next month, from ten days before it begins, where months have keys at all. */
  @Override
  public Optional<String> missingSoon() {
    var soon = YearMonth.from(clock.instant().plus(NOTICE).atZone(ZoneOffset.UTC));
    var now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    boolean expected = directory != null && soon.isAfter(now);
    return expected && !has(soon.toString()) ? Optional.of(soon.toString()) : Optional.empty();
  }

  @Override
  public boolean has(String kek) {
    if (found.named(kek) == null) {
      lookAgain();
    }
    return found.named(kek) != null;
  }

  @Override
  public List<Wrapped> wrap(Map<String, SecretKey> keys) {
    var kek = current();
    var wrapped = new ArrayList<Wrapped>(keys.size());
    keys.forEach((id, key) -> wrapped.add(new Wrapped(id, kek, named(kek).wrap(id, key))));
    return wrapped;
  }

  @Override
  public Map<String, SecretKey> unwrap(Collection<Wrapped> keys) {
    var unwrapped = new HashMap<String, SecretKey>();
    for (var key : keys) {
      unwrapped.put(key.id(), named(key.kek()).unwrap(key.id(), key.bytes()));
    }
    return unwrapped;
  }

  /** What installations derived from the key without an epoch. */
  @Nullable SecretKey derived(String purpose) {
    var key = found.first;
    return key == null ? null : key.derived(purpose);
  }

  private KeyEncryptionKey named(String kek) {
    if (!has(kek)) {
      throw new IllegalStateException(
          "Expected the key-encryption key %s, which has wrapped data keys, in %s; bring its file back"
              .formatted(kek, kek.equals(FIRST) ? "registry.keys.kek-file" : directory));
    }
    return requireNonNull(found.named(kek));
  }

  /** A file that cannot be read stops nothing that needs another one. */
  private synchronized void lookAgain() {
    try {
      found = read();
    } catch (UncheckedIOException | IllegalArgumentException e) {
      LOG.error("Key-encryption keys cannot be read; those read before are used", e);
      found = new Found(found.first, found.months, clock.instant());
    }
  }

  private Found read() {
    return new Found(
        first == null ? null : KeyEncryptionKey.read(first), months(), clock.instant());
  }

  private NavigableMap<YearMonth, KeyEncryptionKey> months() {
    var months = new TreeMap<YearMonth, KeyEncryptionKey>();
    if (directory != null) {
      try (var files = Files.list(directory)) {
        files
            .filter(file -> MONTH.matcher(file.getFileName().toString()).matches())
            .forEach(file ->
                months.put(
                    YearMonth.parse(file.getFileName().toString()), KeyEncryptionKey.read(file)));
      } catch (IOException e) {
        throw new UncheckedIOException("Expected a directory of key-encryption keys", e);
      }
    }
    return months;
  }
}
