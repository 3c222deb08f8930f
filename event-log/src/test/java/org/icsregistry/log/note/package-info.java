@NullMarked
package org.icsregistry.log.note;

import org.jspecify.annotations.NullMarked;
