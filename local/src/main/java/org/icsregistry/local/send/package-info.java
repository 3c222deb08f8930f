/** A small client that sends one command over Kafka and waits for its result. */
@NullMarked
package org.icsregistry.local.send;

import org.jspecify.annotations.NullMarked;
