/** What all commands share on a terminal: progress, results, exit codes. */
@NullMarked
package org.icsregistry.auditor.terminal;

import org.jspecify.annotations.NullMarked;
