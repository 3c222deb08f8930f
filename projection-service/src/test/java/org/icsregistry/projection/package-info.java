@NullMarked
package org.icsregistry.projection;

import org.jspecify.annotations.NullMarked;
