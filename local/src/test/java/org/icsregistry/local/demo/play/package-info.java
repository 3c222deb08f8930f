@NullMarked
package org.icsregistry.local.demo.play;

import org.jspecify.annotations.NullMarked;
