@NullMarked
package org.icsregistry.local.mailbox;

import org.jspecify.annotations.NullMarked;
