/** What partners ask: how far somebody is, and whose turn it is. */
@NullMarked
package org.icsregistry.onboarding.api;

import org.jspecify.annotations.NullMarked;
