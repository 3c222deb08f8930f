/** The published language: every command and event, one sealed family of each per aggregate. */
@NullMarked
package org.icsregistry.contracts.message;

import org.jspecify.annotations.NullMarked;
