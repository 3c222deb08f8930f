/** Figures for those who lead an integrated care system, computed from the entries of the log. */
@NullMarked
package org.icsregistry.projection.figures;

import org.jspecify.annotations.NullMarked;
