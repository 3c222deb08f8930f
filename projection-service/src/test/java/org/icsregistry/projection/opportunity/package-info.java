@NullMarked
package org.icsregistry.projection.opportunity;

import org.jspecify.annotations.NullMarked;
