@NullMarked
package org.icsregistry.projection.audit;

import org.jspecify.annotations.NullMarked;
