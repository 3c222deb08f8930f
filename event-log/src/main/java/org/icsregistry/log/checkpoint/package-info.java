/**
 * What a log signs of itself, and what witnesses add: C2SP tlog-checkpoint v1.0.0 and
 * tlog-cosignature v1.1.0-rc.1.
 */
@NullMarked
package org.icsregistry.log.checkpoint;

import org.jspecify.annotations.NullMarked;
