@NullMarked
package org.icsregistry.projection.rebuild;

import org.jspecify.annotations.NullMarked;
