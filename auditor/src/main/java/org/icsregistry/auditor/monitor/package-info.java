/** Compares what different parties were shown of one log. */
@NullMarked
package org.icsregistry.auditor.monitor;

import org.jspecify.annotations.NullMarked;
