/**
 * What auditors ask of the services themselves: who was refused what, and what operators did. Ids
 * of organisations and pseudonyms only, nothing of what was asked about.
 */
@NullMarked
package org.icsregistry.kit.oversight;

import org.jspecify.annotations.NullMarked;
