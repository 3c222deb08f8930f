/**
 * Signed notes as C2SP signed-note v1.0.0 specifies them: a text, and lines below it with
 * signatures by named keys.
 */
@NullMarked
package org.icsregistry.log.note;

import org.jspecify.annotations.NullMarked;
