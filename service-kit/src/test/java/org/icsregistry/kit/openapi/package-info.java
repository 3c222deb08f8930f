/** Tests of OpenAPI documents. */
@NullMarked
package org.icsregistry.kit.openapi;

import org.jspecify.annotations.NullMarked;
