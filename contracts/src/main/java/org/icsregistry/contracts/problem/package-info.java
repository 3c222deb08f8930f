/** Refusals as RFC 9457 problems with a closed list of codes. */
@NullMarked
package org.icsregistry.contracts.problem;

import org.jspecify.annotations.NullMarked;
