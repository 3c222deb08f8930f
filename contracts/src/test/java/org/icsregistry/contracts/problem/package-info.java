@NullMarked
package org.icsregistry.contracts.problem;

import org.jspecify.annotations.NullMarked;
