/** Every refusal and failure as one kind of document (RFC 9457), without inner details. */
@NullMarked
package org.icsregistry.kit.problem;

import org.jspecify.annotations.NullMarked;
