/** Tests of limits. */
@NullMarked
package org.icsregistry.kit.limit;

import org.jspecify.annotations.NullMarked;
