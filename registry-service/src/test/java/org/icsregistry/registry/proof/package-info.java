@NullMarked
package org.icsregistry.registry.proof;

import org.jspecify.annotations.NullMarked;
