package org.icsregistry.projection.feed;

import org.icsregistry.projection.rebuild.Entry;

/**
 * An entry on its way to one partner.
 *
 * @param partner its code
 */
record Told(String partner, Entry entry, Extent extent) {

  byte[] value() {
    return switch (extent) {
      case ENTRY, SHARED -> entry.bytes();
      case OUTCOME -> Outcome.of(entry, partner);
    };
  }
}
