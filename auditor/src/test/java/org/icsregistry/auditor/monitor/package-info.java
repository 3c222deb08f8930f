/** A log that is watched. */
@NullMarked
package org.icsregistry.auditor.monitor;

import org.jspecify.annotations.NullMarked;
