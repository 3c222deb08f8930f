@NullMarked
package org.icsregistry.log.kafka;

import org.jspecify.annotations.NullMarked;
