/** How much one caller may ask for, and how large a request may be. */
@NullMarked
package org.icsregistry.kit.limit;

import org.jspecify.annotations.NullMarked;
