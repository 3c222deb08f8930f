@NullMarked
package org.icsregistry.projection.readiness;

import org.jspecify.annotations.NullMarked;
