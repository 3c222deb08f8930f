@NullMarked
package org.icsregistry.projection.programme;

import org.jspecify.annotations.NullMarked;
