/** What coordinators should look at, and what people were written to about. */
@NullMarked
package org.icsregistry.projection.notice;

import org.jspecify.annotations.NullMarked;
