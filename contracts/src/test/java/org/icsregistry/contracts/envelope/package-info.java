@NullMarked
package org.icsregistry.contracts.envelope;

import org.jspecify.annotations.NullMarked;
