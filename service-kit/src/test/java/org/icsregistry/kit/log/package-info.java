/** Tests of this package. */
@NullMarked
package org.icsregistry.kit.log;

import org.jspecify.annotations.NullMarked;
