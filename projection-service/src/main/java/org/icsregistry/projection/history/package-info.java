/** The audit trail as each caller may read it. */
@NullMarked
package org.icsregistry.projection.history;

import org.jspecify.annotations.NullMarked;
