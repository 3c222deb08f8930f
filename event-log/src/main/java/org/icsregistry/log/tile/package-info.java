/**
 * The log as files that never change, from which everybody computes the proofs they want: C2SP
 * tlog-tiles v0.1.0.
 */
@NullMarked
package org.icsregistry.log.tile;

import org.jspecify.annotations.NullMarked;
