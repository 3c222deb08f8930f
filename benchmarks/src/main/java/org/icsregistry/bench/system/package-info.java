/** The system under test: real engines, the services as processes. */
@NullMarked
package org.icsregistry.bench.system;

import org.jspecify.annotations.NullMarked;
