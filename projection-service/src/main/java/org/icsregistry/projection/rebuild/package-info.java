/**
 * How read models come from the log and are made again without pause: numbered versions beside each
 * other, one of which serves, each with its place in the log and a digest of its rows.
 */
@NullMarked
package org.icsregistry.projection.rebuild;

import org.jspecify.annotations.NullMarked;
