@NullMarked
package org.icsregistry.contracts.schema;

import org.jspecify.annotations.NullMarked;
