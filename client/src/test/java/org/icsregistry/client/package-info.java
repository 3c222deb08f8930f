/** The client against a server that answers as a test says. */
@NullMarked
package org.icsregistry.client;

import org.jspecify.annotations.NullMarked;
