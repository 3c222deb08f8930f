/**
 * Where a log is read from: tiles over HTTP or in a folder, or Kafka. Nothing that comes from there
 * is believed.
 */
@NullMarked
package org.icsregistry.auditor.source;

import org.jspecify.annotations.NullMarked;
