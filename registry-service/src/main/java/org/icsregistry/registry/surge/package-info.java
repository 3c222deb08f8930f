/** Needs for many volunteers at once: declared and stood down by the ICS host. */
@NullMarked
package org.icsregistry.registry.surge;

import org.jspecify.annotations.NullMarked;
