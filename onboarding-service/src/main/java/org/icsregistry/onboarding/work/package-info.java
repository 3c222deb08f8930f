/** Loops that run beside the requests, one step after the other. */
@NullMarked
package org.icsregistry.onboarding.work;

import org.jspecify.annotations.NullMarked;
