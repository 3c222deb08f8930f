/** Threads that work for as long as the service runs. */
@NullMarked
package org.icsregistry.kit.loop;

import org.jspecify.annotations.NullMarked;
