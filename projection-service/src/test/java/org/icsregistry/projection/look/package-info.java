@NullMarked
package org.icsregistry.projection.look;

import org.jspecify.annotations.NullMarked;
