@NullMarked
package org.icsregistry.projection.surge;

import org.jspecify.annotations.NullMarked;
