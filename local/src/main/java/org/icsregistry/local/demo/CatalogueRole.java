package org.icsregistry.local.demo;

import java.util.List;
import org.icsregistry.contracts.code.ActivityCategory;
import org.icsregistry.contracts.code.EngagementMode;
import org.icsregistry.contracts.rules.RequirementLine;
import org.jspecify.annotations.Nullable;

/**
 * A role of the catalogue with everything it asks for by default.
 *
 * @param remote whether it can be done from anywhere
 * @param under18 conditions for people below 18; empty where they are not admitted
 * @param activity what the time given to the role counts as
 * @param requirements age first, then checks, then training
 * @param notes what a person who adapts the profile should know
 */
public record CatalogueRole(
    String code,
    String title,
    EngagementMode mode,
    boolean remote,
    List<String> under18,
    ActivityCategory activity,
    List<RequirementLine> requirements,
    List<String> sources,
    @Nullable String notes,
    List<String> unverified) {}
