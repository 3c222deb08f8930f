/** The JSON Schemas of all messages over HTTP. */
@NullMarked
package org.icsregistry.registry.schema;

import org.jspecify.annotations.NullMarked;
