/**
 * Signatures of partners on their commands: SD-JWT (RFC 9901) over the envelope, with personal
 * values as salted digests, so that the signature can stand in the log for ever.
 */
@NullMarked
package org.icsregistry.contracts.signature;

import org.jspecify.annotations.NullMarked;
