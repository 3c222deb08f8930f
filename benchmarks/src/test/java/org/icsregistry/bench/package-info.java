@NullMarked
package org.icsregistry.bench;

import org.jspecify.annotations.NullMarked;
