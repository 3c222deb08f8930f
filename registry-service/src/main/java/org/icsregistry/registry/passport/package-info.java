/** Passports that partners issue: shared by the person, verified item by item by the receiver. */
@NullMarked
package org.icsregistry.registry.passport;

import org.jspecify.annotations.NullMarked;
