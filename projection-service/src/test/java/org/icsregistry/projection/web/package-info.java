@NullMarked
package org.icsregistry.projection.web;

import org.jspecify.annotations.NullMarked;
