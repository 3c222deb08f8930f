/**
 * Plays commands into a running registry: what may go out goes out at once, what belongs together
 * stays in order, and every answer is looked at.
 */
@NullMarked
package org.icsregistry.local.demo.play;

import org.jspecify.annotations.NullMarked;
