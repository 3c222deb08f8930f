/** The log folded, and claims compared with it. */
@NullMarked
package org.icsregistry.auditor.replay;

import org.jspecify.annotations.NullMarked;
