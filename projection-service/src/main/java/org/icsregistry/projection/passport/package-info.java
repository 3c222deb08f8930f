/**
 * A person's cross-organisation passport: kept as the log tells it, as ciphertext, and opened at
 * read time for those who may see it; as it stands and as it stood.
 */
@NullMarked
package org.icsregistry.projection.passport;

import org.jspecify.annotations.NullMarked;
