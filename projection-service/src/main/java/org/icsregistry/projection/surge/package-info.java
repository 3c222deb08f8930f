/** Surges: who could help, who was called up and what they said. */
@NullMarked
package org.icsregistry.projection.surge;

import org.jspecify.annotations.NullMarked;
