/** Explains the log to people and systems: passports, the audit trail, and the web pages. */
@NullMarked
package org.icsregistry.projection;

import org.jspecify.annotations.NullMarked;
