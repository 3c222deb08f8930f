@NullMarked
package org.icsregistry.log.proof;

import org.jspecify.annotations.NullMarked;
