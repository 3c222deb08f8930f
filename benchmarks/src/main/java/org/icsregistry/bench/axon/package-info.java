/** The same commands on a plain Axon set-up, to compare with. */
@NullMarked
package org.icsregistry.bench.axon;

import org.jspecify.annotations.NullMarked;
