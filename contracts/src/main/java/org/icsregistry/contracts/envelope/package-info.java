/** CloudEvents 1.0 envelopes and the one place where events become bytes. */
@NullMarked
package org.icsregistry.contracts.envelope;

import org.jspecify.annotations.NullMarked;
