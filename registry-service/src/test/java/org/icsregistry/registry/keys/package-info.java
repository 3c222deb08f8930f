/** Personal values are sealed, and only whoever may hold a key opens them. */
@NullMarked
package org.icsregistry.registry.keys;

import org.jspecify.annotations.NullMarked;
