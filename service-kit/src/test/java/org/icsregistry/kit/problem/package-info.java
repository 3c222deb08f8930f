/** Tests of this package. */
@NullMarked
package org.icsregistry.kit.problem;

import org.jspecify.annotations.NullMarked;
