/** Data keys from the registry, for services that may open sealed values. */
@NullMarked
package org.icsregistry.kit.keys;

import org.jspecify.annotations.NullMarked;
