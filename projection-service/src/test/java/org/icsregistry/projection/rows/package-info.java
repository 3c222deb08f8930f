@NullMarked
package org.icsregistry.projection.rows;

import org.jspecify.annotations.NullMarked;
