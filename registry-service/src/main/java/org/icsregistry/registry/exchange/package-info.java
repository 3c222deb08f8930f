/** Several statements for the database at once. */
@NullMarked
package org.icsregistry.registry.exchange;

import org.jspecify.annotations.NullMarked;
