/** The log folded into this service's own state. */
@NullMarked
package org.icsregistry.onboarding.fold;

import org.jspecify.annotations.NullMarked;
