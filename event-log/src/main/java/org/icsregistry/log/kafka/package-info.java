/**
 * The log as it travels on Kafka: topic {@code registry.log}, any number of partitions, key =
 * subject, header {@code logindex} = the dense log index in decimal, value = the bytes of the
 * event. Written by one transactional publisher; read here back into the one order the log has.
 */
@NullMarked
package org.icsregistry.log.kafka;

import org.jspecify.annotations.NullMarked;
