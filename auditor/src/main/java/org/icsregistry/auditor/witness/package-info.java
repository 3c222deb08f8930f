/**
 * A witness: a small server that cosigns checkpoints of logs it knows, if each is consistent with
 * the one before (C2SP tlog-witness v1.0.0).
 */
@NullMarked
package org.icsregistry.auditor.witness;

import org.jspecify.annotations.NullMarked;
