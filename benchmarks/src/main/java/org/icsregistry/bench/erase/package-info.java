/** How long it takes until somebody is forgotten everywhere. */
@NullMarked
package org.icsregistry.bench.erase;

import org.jspecify.annotations.NullMarked;
