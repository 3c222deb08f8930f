/** Decides commands, appends events, owns keys, publishes the log. */
@NullMarked
package org.icsregistry.registry;

import org.jspecify.annotations.NullMarked;
