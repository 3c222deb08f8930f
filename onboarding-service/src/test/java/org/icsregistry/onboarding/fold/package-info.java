@NullMarked
package org.icsregistry.onboarding.fold;

import org.jspecify.annotations.NullMarked;
