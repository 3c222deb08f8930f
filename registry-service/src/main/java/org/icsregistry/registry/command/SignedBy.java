package org.icsregistry.registry.command;

import org.icsregistry.contracts.signature.CommandSignature;
import org.icsregistry.contracts.signature.SignedCommand;

/**
 * A partner's signature on a command, of which only the key is still to be checked: that depends on
 * what stands in the log.
 *
 * @param forLog what the events keep of it
 */
public record SignedBy(SignedCommand command, CommandSignature forLog) {}
