/** Every rule of the domain model, decided by the real aggregates over a log in memory. */
@NullMarked
package org.icsregistry.registry.domain;

import org.jspecify.annotations.NullMarked;
