/** The service as a whole, on real engines. */
@NullMarked
package org.icsregistry.onboarding;

import org.jspecify.annotations.NullMarked;
