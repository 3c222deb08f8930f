/** Messages to people: one for each event that tells them something, sent once. */
@NullMarked
package org.icsregistry.onboarding.message;

import org.jspecify.annotations.NullMarked;
