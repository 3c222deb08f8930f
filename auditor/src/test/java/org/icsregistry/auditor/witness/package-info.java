/** A witness over HTTP, good and hostile requests, killed processes. */
@NullMarked
package org.icsregistry.auditor.witness;

import org.jspecify.annotations.NullMarked;
