/** Commands from outside, over HTTP and Kafka: checked, sealed, and handed to the batch. */
@NullMarked
package org.icsregistry.registry.intake;

import org.jspecify.annotations.NullMarked;
