/** What it costs to show that the log is complete and unchanged, and to check it. */
@NullMarked
package org.icsregistry.bench.audit;

import org.jspecify.annotations.NullMarked;
