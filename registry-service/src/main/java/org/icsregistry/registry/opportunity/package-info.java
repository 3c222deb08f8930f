/** Opportunities to volunteer: published, amended, closed by the organisation that needs people. */
@NullMarked
package org.icsregistry.registry.opportunity;

import org.jspecify.annotations.NullMarked;
