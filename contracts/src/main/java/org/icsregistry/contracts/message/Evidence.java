package org.icsregistry.contracts.message;

/**
 * One item a clearance rests on.
 *
 * @param requirement code of the requirement line it satisfies
 * @param issuer organisation that recorded the item
 * @param reused whether the issuer is another organisation than the one that clears
 */
public record Evidence(String requirement, String itemId, String issuer, boolean reused) {}
