/** The command line: what is measured, in which order, and what is printed. */
@NullMarked
package org.icsregistry.bench;

import org.jspecify.annotations.NullMarked;
