/** How a service signs in to Kafka. */
@NullMarked
package org.icsregistry.kit.kafka;

import org.jspecify.annotations.NullMarked;
