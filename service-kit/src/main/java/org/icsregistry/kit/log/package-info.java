/** Following the log with a position that is stored together with what was made of it. */
@NullMarked
package org.icsregistry.kit.log;

import org.jspecify.annotations.NullMarked;
