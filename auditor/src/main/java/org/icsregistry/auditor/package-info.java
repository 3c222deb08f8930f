/** The command line for people who need not trust the registry. */
@NullMarked
package org.icsregistry.auditor;

import org.jspecify.annotations.NullMarked;
