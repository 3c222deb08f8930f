/** Tiles made out of leaf hashes. */
@NullMarked
package org.icsregistry.auditor.tiling;

import org.jspecify.annotations.NullMarked;
