/** What partners need people for, and what a person still needs for it. */
@NullMarked
package org.icsregistry.projection.opportunity;

import org.jspecify.annotations.NullMarked;
