/** What can be wrong with a log, a name for each defect, and what is provable about it. */
@NullMarked
package org.icsregistry.auditor.finding;

import org.jspecify.annotations.NullMarked;
