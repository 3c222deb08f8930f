/** Partner organisations: admission, agreements, recognition policies. */
@NullMarked
package org.icsregistry.registry.partner;

import org.jspecify.annotations.NullMarked;
