/** Fuzz targets: see {@link org.icsregistry.log.fuzz.ReadersFuzzTest}. */
@NullMarked
package org.icsregistry.log.fuzz;

import org.jspecify.annotations.NullMarked;
