/** For whom a transaction reads: the settings that PostgreSQL's row-level security goes by. */
@NullMarked
package org.icsregistry.projection.rows;

import org.jspecify.annotations.NullMarked;
