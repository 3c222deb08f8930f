/** The mail server of the local system, which delivers to nobody: its letters can be looked at. */
@NullMarked
package org.icsregistry.local.mailbox;

import org.jspecify.annotations.NullMarked;
