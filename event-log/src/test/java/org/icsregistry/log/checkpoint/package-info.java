@NullMarked
package org.icsregistry.log.checkpoint;

import org.jspecify.annotations.NullMarked;
