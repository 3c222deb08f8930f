/** The topic holds every index exactly once, whatever happens while it is written. */
@NullMarked
package org.icsregistry.registry.publish;

import org.jspecify.annotations.NullMarked;
