/** Starting and stopping. */
@NullMarked
package org.icsregistry.registry.loop;

import org.jspecify.annotations.NullMarked;
