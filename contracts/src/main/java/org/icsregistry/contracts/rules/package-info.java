/**
 * The requirement rules: what a role asks, what a person holds, and what follows. Pure functions.
 */
@NullMarked
package org.icsregistry.contracts.rules;

import org.jspecify.annotations.NullMarked;
