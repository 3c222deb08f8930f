@NullMarked
package org.icsregistry.contracts.approved;

import org.jspecify.annotations.NullMarked;
