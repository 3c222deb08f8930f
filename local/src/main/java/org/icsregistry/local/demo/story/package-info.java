/** The demonstration story: chapters of commands, some of them awaiting what the log has to say. */
@NullMarked
package org.icsregistry.local.demo.story;

import org.jspecify.annotations.NullMarked;
