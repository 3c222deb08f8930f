/**
 * What partners send: people who register, are checked and trained, apply, are cleared and give
 * time.
 */
@NullMarked
package org.icsregistry.bench.mix;

import org.jspecify.annotations.NullMarked;
