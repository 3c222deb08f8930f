@NullMarked
package org.icsregistry.projection.feed;

import org.jspecify.annotations.NullMarked;
