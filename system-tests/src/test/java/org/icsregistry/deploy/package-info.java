/**
 * The deployment files as far as they can be checked without an engine that runs them: they parse,
 * belong together, and say what their README says.
 */
@NullMarked
package org.icsregistry.deploy;

import org.jspecify.annotations.NullMarked;
