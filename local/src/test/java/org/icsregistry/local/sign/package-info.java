@NullMarked
package org.icsregistry.local.sign;

import org.jspecify.annotations.NullMarked;
