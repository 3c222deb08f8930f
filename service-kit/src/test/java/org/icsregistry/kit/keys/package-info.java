/** Tests of this package. */
@NullMarked
package org.icsregistry.kit.keys;

import org.jspecify.annotations.NullMarked;
