/** How far each partner has come, and who relies on whom: the same facts for everybody. */
@NullMarked
package org.icsregistry.projection.readiness;

import org.jspecify.annotations.NullMarked;
