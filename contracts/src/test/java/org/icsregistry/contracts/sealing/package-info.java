@NullMarked
package org.icsregistry.contracts.sealing;

import org.jspecify.annotations.NullMarked;
