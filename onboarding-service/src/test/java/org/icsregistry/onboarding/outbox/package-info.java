@NullMarked
package org.icsregistry.onboarding.outbox;

import org.jspecify.annotations.NullMarked;
