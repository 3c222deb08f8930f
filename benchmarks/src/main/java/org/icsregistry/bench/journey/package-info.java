/** How fast somebody's way is looked at, and everybody's again when a policy changes. */
@NullMarked
package org.icsregistry.bench.journey;

import org.jspecify.annotations.NullMarked;
