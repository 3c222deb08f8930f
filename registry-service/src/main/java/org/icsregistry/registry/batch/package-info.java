/** Commands travel in batches: whatever is waiting is decided and appended in one transaction. */
@NullMarked
package org.icsregistry.registry.batch;

import org.jspecify.annotations.NullMarked;
