@NullMarked
package org.icsregistry.contracts.rules;

import org.jspecify.annotations.NullMarked;
