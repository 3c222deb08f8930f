/** Ways of putting a system under load, each with its own rate. */
@NullMarked
package org.icsregistry.bench.load;

import org.jspecify.annotations.NullMarked;
