/** Databases that agree with their log, and some that do not. */
@NullMarked
package org.icsregistry.auditor.fsck;

import org.jspecify.annotations.NullMarked;
