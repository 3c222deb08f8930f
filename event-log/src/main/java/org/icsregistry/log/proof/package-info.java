/** A proof in a file, to be checked without network: C2SP tlog-proof, a draft of June 2026. */
@NullMarked
package org.icsregistry.log.proof;

import org.jspecify.annotations.NullMarked;
