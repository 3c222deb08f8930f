/** For operators: event store against topic against read models. */
@NullMarked
package org.icsregistry.auditor.fsck;

import org.jspecify.annotations.NullMarked;
