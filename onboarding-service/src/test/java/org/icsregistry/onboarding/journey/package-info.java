/** Decisions as pure functions. */
@NullMarked
package org.icsregistry.onboarding.journey;

import org.jspecify.annotations.NullMarked;
