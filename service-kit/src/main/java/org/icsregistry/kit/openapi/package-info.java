/** What every service's OpenAPI document says alike. */
@NullMarked
package org.icsregistry.kit.openapi;

import org.jspecify.annotations.NullMarked;
