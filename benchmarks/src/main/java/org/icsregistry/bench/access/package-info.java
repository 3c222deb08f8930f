/** What deciding who sees somebody adds to a request. */
@NullMarked
package org.icsregistry.bench.access;

import org.jspecify.annotations.NullMarked;
