/** Turns facts into next steps; the first client of the registry's public contract. */
@NullMarked
package org.icsregistry.onboarding;

import org.jspecify.annotations.NullMarked;
