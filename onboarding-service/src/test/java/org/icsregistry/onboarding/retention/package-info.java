/** Periods that end, and who is kept nevertheless. */
@NullMarked
package org.icsregistry.onboarding.retention;

import org.jspecify.annotations.NullMarked;
