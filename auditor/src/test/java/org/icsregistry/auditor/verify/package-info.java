/** Every way of tampering, and what it is called. */
@NullMarked
package org.icsregistry.auditor.verify;

import org.jspecify.annotations.NullMarked;
