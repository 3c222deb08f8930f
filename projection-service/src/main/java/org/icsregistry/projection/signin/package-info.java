/** Signing in and out of the web pages, and what browsers are told about them. */
@NullMarked
package org.icsregistry.projection.signin;

import org.jspecify.annotations.NullMarked;
