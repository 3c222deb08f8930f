/**
 * The demonstration system: the reference data it starts from, read from the files under {@code
 * reference/}. The files are for people who know the domain; nothing in here repeats what they say.
 */
@NullMarked
package org.icsregistry.local.demo;

import org.jspecify.annotations.NullMarked;
