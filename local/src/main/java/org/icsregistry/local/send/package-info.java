/** Small clients of a partner: one sends a command over Kafka, one prints the feed. */
@NullMarked
package org.icsregistry.local.send;

import org.jspecify.annotations.NullMarked;
