/** How a service signs in to Kafka, and the producers whose records count together. */
@NullMarked
package org.icsregistry.kit.kafka;

import org.jspecify.annotations.NullMarked;
