/** Who recorded what about whom and when: every entry of the log, findable, with its leaf hash. */
@NullMarked
package org.icsregistry.projection.audit;

import org.jspecify.annotations.NullMarked;
