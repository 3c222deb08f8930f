/**
 * A real PostgreSQL server and a real Kafka broker that need no installation, with durable data,
 * for development on one machine and for tests. Nothing here is meant for production, where the
 * addresses of real servers are configured instead.
 */
@NullMarked
package org.icsregistry.engines;

import org.jspecify.annotations.NullMarked;
