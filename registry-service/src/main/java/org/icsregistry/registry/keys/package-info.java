/** Data keys of people: made, wrapped, kept apart from the log. */
@NullMarked
package org.icsregistry.registry.keys;

import org.jspecify.annotations.NullMarked;
