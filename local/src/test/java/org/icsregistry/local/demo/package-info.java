@NullMarked
package org.icsregistry.local.demo;

import org.jspecify.annotations.NullMarked;
