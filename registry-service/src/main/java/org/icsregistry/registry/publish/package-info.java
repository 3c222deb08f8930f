/** The log on Kafka: every index exactly once, in order. */
@NullMarked
package org.icsregistry.registry.publish;

import org.jspecify.annotations.NullMarked;
