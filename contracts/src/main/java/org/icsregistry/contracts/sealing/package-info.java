/** Personal data as it may stand in the log: ciphertext under a key that belongs to one person. */
@NullMarked
package org.icsregistry.contracts.sealing;

import org.jspecify.annotations.NullMarked;
