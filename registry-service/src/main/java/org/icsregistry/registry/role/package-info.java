/** Roles and their requirement profiles. */
@NullMarked
package org.icsregistry.registry.role;

import org.jspecify.annotations.NullMarked;
