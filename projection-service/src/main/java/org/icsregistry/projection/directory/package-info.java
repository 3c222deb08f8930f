/** Partner organisations with their names and policies, and roles with all their profiles. */
@NullMarked
package org.icsregistry.projection.directory;

import org.jspecify.annotations.NullMarked;
