/** Tests of messages to people. */
@NullMarked
package org.icsregistry.onboarding.message;

import org.jspecify.annotations.NullMarked;
