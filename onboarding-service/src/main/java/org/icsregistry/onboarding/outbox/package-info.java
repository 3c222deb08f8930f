/** Commands that were decided on, until the registry has answered them. */
@NullMarked
package org.icsregistry.onboarding.outbox;

import org.jspecify.annotations.NullMarked;
