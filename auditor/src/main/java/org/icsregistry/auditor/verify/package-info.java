/** Reads every entry and every checkpoint, and names what does not fit. */
@NullMarked
package org.icsregistry.auditor.verify;

import org.jspecify.annotations.NullMarked;
