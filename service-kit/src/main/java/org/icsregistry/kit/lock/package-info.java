/** Which of several instances does what only one may do. */
@org.jspecify.annotations.NullMarked
package org.icsregistry.kit.lock;
