package org.icsregistry.registry.keys;

/**
 * A key as it is stored.
 *
 * @param id of the key, to which the wrapping is bound
 * @param kek the key-encryption key that wrapped it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Wrapped(String id, String kek, byte[] bytes) {}
