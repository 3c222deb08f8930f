@NullMarked
package org.icsregistry.contracts.signature;

import org.jspecify.annotations.NullMarked;
