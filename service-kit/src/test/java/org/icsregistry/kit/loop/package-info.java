/** Tests of loops. */
@NullMarked
package org.icsregistry.kit.loop;

import org.jspecify.annotations.NullMarked;
