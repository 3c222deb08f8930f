@NullMarked
package org.icsregistry.projection.history;

import org.jspecify.annotations.NullMarked;
