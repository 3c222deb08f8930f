@NullMarked
package org.icsregistry.contracts.directory;

import org.jspecify.annotations.NullMarked;
