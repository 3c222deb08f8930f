/** Nobody is kept longer than the schedule says: what is to be erased, and the commands for it. */
@NullMarked
package org.icsregistry.onboarding.retention;

import org.jspecify.annotations.NullMarked;
