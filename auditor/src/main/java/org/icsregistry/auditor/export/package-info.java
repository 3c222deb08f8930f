/** The log as a folder that any web server can serve, and the audit trail for spreadsheets. */
@NullMarked
package org.icsregistry.auditor.export;

import org.jspecify.annotations.NullMarked;
