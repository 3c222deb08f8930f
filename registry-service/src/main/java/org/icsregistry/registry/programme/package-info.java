/** What several partners want to reach together, and how far they have come. */
@NullMarked
package org.icsregistry.registry.programme;

import org.jspecify.annotations.NullMarked;
