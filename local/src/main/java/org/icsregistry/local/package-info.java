/**
 * The whole system on one machine: starts and stops the engines, the sign-in service and the three
 * services.
 */
@NullMarked
package org.icsregistry.local;

import org.jspecify.annotations.NullMarked;
