/** Closed codes of the field, as they stand in commands, events and pages. */
@NullMarked
package org.icsregistry.contracts.code;

import org.jspecify.annotations.NullMarked;
