package org.icsregistry.registry.intake;

import org.jspecify.annotations.Nullable;

/**
 * Who a transport says is speaking: the token's organisation over HTTP, the topic's over Kafka.
 *
 * @param actor the token's subject, used when the envelope names no actor
 */
public record Sender(String organisation, @Nullable String actor) {}
