@NullMarked
package org.icsregistry.projection.passport;

import org.jspecify.annotations.NullMarked;
