/** JSON Schemas of all messages and their validation on intake. */
@NullMarked
package org.icsregistry.contracts.schema;

import org.jspecify.annotations.NullMarked;
