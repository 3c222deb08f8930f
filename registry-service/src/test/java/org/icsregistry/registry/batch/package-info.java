/** Batches on PostgreSQL: what commits together, what is decided again, what is refused alone. */
@NullMarked
package org.icsregistry.registry.batch;

import org.jspecify.annotations.NullMarked;
