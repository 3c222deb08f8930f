/**
 * What a partner's Java system needs to talk to the registry: a token, commands, answers. Nothing
 * but the JDK's HTTP client and the published language.
 */
@NullMarked
package org.icsregistry.client;

import org.jspecify.annotations.NullMarked;
