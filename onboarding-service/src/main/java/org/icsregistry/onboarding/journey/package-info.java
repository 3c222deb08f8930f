/** What follows from what is known about one person at one partner: pure functions. */
@NullMarked
package org.icsregistry.onboarding.journey;

import org.jspecify.annotations.NullMarked;
