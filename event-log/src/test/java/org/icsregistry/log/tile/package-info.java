@NullMarked
package org.icsregistry.log.tile;

import org.jspecify.annotations.NullMarked;
