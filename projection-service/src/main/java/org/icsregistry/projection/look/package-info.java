/** Looking at people's details: who did, and who may in an emergency. */
@NullMarked
package org.icsregistry.projection.look;

import org.jspecify.annotations.NullMarked;
