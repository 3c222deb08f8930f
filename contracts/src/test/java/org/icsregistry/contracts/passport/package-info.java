@NullMarked
package org.icsregistry.contracts.passport;

import org.jspecify.annotations.NullMarked;
