/** How long it takes until a passport shows what a command led to. */
@NullMarked
package org.icsregistry.bench.visible;

import org.jspecify.annotations.NullMarked;
