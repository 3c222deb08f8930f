/** What an export writes. */
@NullMarked
package org.icsregistry.auditor.export;

import org.jspecify.annotations.NullMarked;
