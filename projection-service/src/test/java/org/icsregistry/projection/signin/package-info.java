@NullMarked
package org.icsregistry.projection.signin;

import org.jspecify.annotations.NullMarked;
