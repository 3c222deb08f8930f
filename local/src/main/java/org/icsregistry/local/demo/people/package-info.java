/**
 * Invented people for a system of any size: what each does, in the order of time, with the mixes
 * that published evaluations report.
 */
@NullMarked
package org.icsregistry.local.demo.people;

import org.jspecify.annotations.NullMarked;
