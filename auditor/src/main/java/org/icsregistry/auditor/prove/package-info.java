/** Proofs of single entries: made here, checked anywhere without a network. */
@NullMarked
package org.icsregistry.auditor.prove;

import org.jspecify.annotations.NullMarked;
