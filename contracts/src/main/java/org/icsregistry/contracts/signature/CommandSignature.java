package org.icsregistry.contracts.signature;

import org.jspecify.annotations.Nullable;

/**
 * What an entry of the log keeps of the signature of the command it follows from.
 *
 * @param evidence the SD-JWT without its disclosures
 * @param disclosures the disclosures, each sealed under the person's key of that category (compact
 *     JWE, each followed by {@code ~}); absent when the command had no personal values
 */
public record CommandSignature(String evidence, @Nullable String disclosures) {}
