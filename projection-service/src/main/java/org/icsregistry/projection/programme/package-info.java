/** Programmes: what partners want to reach together, and how far they have come. */
@NullMarked
package org.icsregistry.projection.programme;

import org.jspecify.annotations.NullMarked;
