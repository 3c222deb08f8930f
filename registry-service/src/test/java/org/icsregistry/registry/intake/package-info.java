/** What comes in from outside, over HTTP and over Kafka: good, bad, twice, and too much. */
@NullMarked
package org.icsregistry.registry.intake;

import org.jspecify.annotations.NullMarked;
