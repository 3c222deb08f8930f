@NullMarked
package org.icsregistry.projection.figures;

import org.jspecify.annotations.NullMarked;
