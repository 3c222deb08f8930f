/** Forgetting people: keys destroyed with the decision, again after a restore, and the receipt. */
@NullMarked
package org.icsregistry.registry.erasure;

import org.jspecify.annotations.NullMarked;
