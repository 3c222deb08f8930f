/** What the log puts its name to: checkpoints, and the tiles and proofs that go with them. */
@NullMarked
package org.icsregistry.registry.proof;

import org.jspecify.annotations.NullMarked;
