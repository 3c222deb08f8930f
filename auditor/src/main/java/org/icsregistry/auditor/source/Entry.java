package org.icsregistry.auditor.source;

import org.jspecify.annotations.Nullable;

/**
 * An entry as a source has it.
 *
 * @param bytes of the event; not copied
 * @param key under which it stands on a topic; null where entries have none, such as in tiles
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Entry(byte[] bytes, @Nullable String key) {
  static Entry withoutKey(byte[] bytes) {
    return new Entry(bytes, null);
  }
}
