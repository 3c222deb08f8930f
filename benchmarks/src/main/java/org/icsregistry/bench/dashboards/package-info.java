/** How soon the shared figures are there, and what keeping them costs. */
@NullMarked
package org.icsregistry.bench.dashboards;

import org.jspecify.annotations.NullMarked;
