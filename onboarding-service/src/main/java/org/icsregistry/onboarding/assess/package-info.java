/** Looks at everybody who is due and writes down what follows. */
@NullMarked
package org.icsregistry.onboarding.assess;

import org.jspecify.annotations.NullMarked;
