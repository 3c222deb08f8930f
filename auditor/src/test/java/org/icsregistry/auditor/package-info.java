/** Logs made for tests, good and tampered with. */
@NullMarked
package org.icsregistry.auditor;

import org.jspecify.annotations.NullMarked;
