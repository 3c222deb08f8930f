@NullMarked
package org.icsregistry.log;

import org.jspecify.annotations.NullMarked;
