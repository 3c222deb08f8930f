/** A person volunteering in a role at a partner. */
@NullMarked
package org.icsregistry.registry.placement;

import org.jspecify.annotations.NullMarked;
