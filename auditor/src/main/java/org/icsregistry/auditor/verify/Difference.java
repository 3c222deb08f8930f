package org.icsregistry.auditor.verify;

import org.jspecify.annotations.Nullable;

/**
 * Where a source does not fit what was expected. Who is wrong is decided when the root is known.
 *
 * @param expected the leaf hash by the tiles; absent without tiles
 * @param received the leaf hash by the source; absent if it has nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Difference(
    String source, Kind kind, long index, byte @Nullable [] expected, byte @Nullable [] received) {
  /** In which way. */
  sealed interface Kind {}

  /** Other bytes. */
  record Altered() implements Kind {}

  /** Nothing. */
  record Removed() implements Kind {}

  /** Something before it that does not belong there. */
  record Inserted() implements Kind {}

  /** The event of another index, which has this one. */
  record Swapped(long other) implements Kind {}
}
