@NullMarked
package org.icsregistry.projection.access;

import org.jspecify.annotations.NullMarked;
