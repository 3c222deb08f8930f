/** Threads that work for as long as the service runs. */
@NullMarked
package org.icsregistry.registry.loop;

import org.jspecify.annotations.NullMarked;
