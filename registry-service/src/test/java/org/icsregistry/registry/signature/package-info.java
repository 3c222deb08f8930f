@NullMarked
package org.icsregistry.registry.signature;

import org.jspecify.annotations.NullMarked;
