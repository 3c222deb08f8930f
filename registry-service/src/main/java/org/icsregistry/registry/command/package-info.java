/** What a decision may look at, and the answers it may give. */
@NullMarked
package org.icsregistry.registry.command;

import org.jspecify.annotations.NullMarked;
