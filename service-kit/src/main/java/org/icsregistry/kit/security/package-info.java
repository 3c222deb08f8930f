/**
 * Who is calling: tokens of the sign-in service, checked here, so that no service trusts another's
 * word.
 */
@NullMarked
package org.icsregistry.kit.security;

import org.jspecify.annotations.NullMarked;
