/** The store, alone and on PostgreSQL. */
@NullMarked
package org.icsregistry.registry.store;

import org.jspecify.annotations.NullMarked;
