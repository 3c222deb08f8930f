/** Tests of forgetting people. */
@NullMarked
package org.icsregistry.registry.erasure;

import org.jspecify.annotations.NullMarked;
