package org.icsregistry.local.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role of the catalogue with everything it asks for by default.
 *
 * @param mode a code of the list {@code engagementModes}
 * @param remote whether it can be done from anywhere
 * @param maxAge null where there is no upper limit
 * @param under18 conditions for people below 18; empty where they are not admitted
 * @param activity a code of the list {@code activityCategories}
 * @param lines age first, then checks, then training
 * @param notes what a person who adapts the profile should know
 */
public record RoleProfile(
    String code,
    String title,
    String mode,
    boolean remote,
    int minAge,
    @Nullable Integer maxAge,
    List<String> under18,
    String activity,
    List<RequirementLine> lines,
    List<String> sources,
    @Nullable String notes,
    List<String> unverified) {}
