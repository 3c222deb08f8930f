package org.icsregistry.bench.visible;

/**
 * A command that was accepted.
 *
 * @param index the last entry of the log that it led to
 * @param sent when it was sent
 * @param answered when the sender had the answer
 */
public record Accepted(long index, long sent, long answered) {}
