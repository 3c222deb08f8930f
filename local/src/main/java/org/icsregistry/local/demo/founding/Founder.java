package org.icsregistry.local.demo.founding;

import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.AgreementType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.rules.RecognitionPolicy;

/**
 * An organisation that takes part.
 *
 * @param code ODS code or register number
 * @param sendsOver how its commands travel in the demonstration
 * @param agreements what it signs
 * @param policy its first recognition policy
 * @param roles codes of the ICS-wide roles it offers, with weights
 */
public record Founder(
    String code,
    String name,
    IssuerCategory category,
    Transport sendsOver,
    List<AgreementType> agreements,
    RecognitionPolicy policy,
    Map<String, Integer> roles) {}
