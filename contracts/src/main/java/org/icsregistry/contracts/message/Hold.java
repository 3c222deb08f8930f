package org.icsregistry.contracts.message;

import java.time.LocalDate;
import org.icsregistry.contracts.code.HoldReason;
import org.icsregistry.contracts.sealing.Category;

/**
 * A category that an erasure does not reach yet. It is kept out of use: nobody but the operator of
 * the keys, for the reason given, can have it opened.
 *
 * @param until the last day of the hold
 */
public record Hold(Category category, HoldReason reason, LocalDate until) {}
