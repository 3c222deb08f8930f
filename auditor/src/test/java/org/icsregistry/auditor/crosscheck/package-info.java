/** What this project makes, checked by implementations that are not ours. */
@NullMarked
package org.icsregistry.auditor.crosscheck;

import org.jspecify.annotations.NullMarked;
