/** Recruitment of one person by one partner for one role. */
@NullMarked
package org.icsregistry.registry.application;

import org.jspecify.annotations.NullMarked;
