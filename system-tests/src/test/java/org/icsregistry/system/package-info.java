/** What no single module can show: the whole system as processes, killed and started again. */
@NullMarked
package org.icsregistry.system;

import org.jspecify.annotations.NullMarked;
