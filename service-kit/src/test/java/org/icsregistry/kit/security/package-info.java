/** Tests of this package. */
@NullMarked
package org.icsregistry.kit.security;

import org.jspecify.annotations.NullMarked;
