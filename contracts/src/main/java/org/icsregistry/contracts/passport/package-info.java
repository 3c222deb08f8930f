/** The fold that builds a person's cross-organisation passport from the log. */
@NullMarked
package org.icsregistry.contracts.passport;

import org.jspecify.annotations.NullMarked;
