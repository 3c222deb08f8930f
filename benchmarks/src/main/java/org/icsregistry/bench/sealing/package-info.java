/** What it costs to keep values closed. */
@NullMarked
package org.icsregistry.bench.sealing;

import org.jspecify.annotations.NullMarked;
