@NullMarked
package org.icsregistry.local.demo.story;

import org.jspecify.annotations.NullMarked;
