/** One person: relationships, checks, training, recognition, clearance. */
@NullMarked
package org.icsregistry.registry.volunteer;

import org.jspecify.annotations.NullMarked;
