/** The event store: one table, one lock, one order. */
@NullMarked
package org.icsregistry.registry.store;

import org.jspecify.annotations.NullMarked;
