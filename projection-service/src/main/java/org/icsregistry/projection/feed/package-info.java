/**
 * What each partner is told on its own topic: every entry of the log that it may know, once, in the
 * order of the log. {@link org.icsregistry.projection.feed.Audience} decides who may know what.
 */
@NullMarked
package org.icsregistry.projection.feed;

import org.jspecify.annotations.NullMarked;
