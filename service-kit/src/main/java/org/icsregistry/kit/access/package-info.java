/**
 * Who may do what: the one place that says so. {@code docs/security.md} shows it as a matrix, which
 * a test holds against {@link org.icsregistry.kit.access.Access}.
 */
@NullMarked
package org.icsregistry.kit.access;

import org.jspecify.annotations.NullMarked;
