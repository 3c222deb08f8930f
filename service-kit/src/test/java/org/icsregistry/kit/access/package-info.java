@NullMarked
package org.icsregistry.kit.access;

import org.jspecify.annotations.NullMarked;
