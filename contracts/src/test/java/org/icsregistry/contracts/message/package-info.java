@NullMarked
package org.icsregistry.contracts.message;

import org.jspecify.annotations.NullMarked;
