@NullMarked
package org.icsregistry.log.tree;

import org.jspecify.annotations.NullMarked;
