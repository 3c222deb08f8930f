/**
 * A sign-in service for development: an OAuth 2.1 authorization server and OpenID provider with
 * fixed secrets and demonstration people. It stands where an organisation's own identity provider
 * stands in production, and refuses to start there.
 */
@NullMarked
package org.icsregistry.local.signin;

import org.jspecify.annotations.NullMarked;
