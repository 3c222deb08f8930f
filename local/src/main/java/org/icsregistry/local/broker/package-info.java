/** The closed Kafka broker of the local system. */
@NullMarked
package org.icsregistry.local.broker;

import org.jspecify.annotations.NullMarked;
