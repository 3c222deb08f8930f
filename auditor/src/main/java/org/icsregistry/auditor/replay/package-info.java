/** Folds the log itself, with the folds that the services use, and compares. */
@NullMarked
package org.icsregistry.auditor.replay;

import org.jspecify.annotations.NullMarked;
