/**
 * The folds of what is not about people: partner organisations with their policies, roles with
 * their profiles.
 */
@NullMarked
package org.icsregistry.contracts.directory;

import org.jspecify.annotations.NullMarked;
