@NullMarked
package org.icsregistry.log.policy;

import org.jspecify.annotations.NullMarked;
