/**
 * The append-only SHA-256 Merkle tree of RFC 6962 section 2.1 (RFC 9162 section 2.1 has the same
 * tree): hashes, growth, proofs and their verification.
 */
@NullMarked
package org.icsregistry.log.tree;

import org.jspecify.annotations.NullMarked;
