package org.icsregistry.local.demo;

import java.util.List;
import org.icsregistry.contracts.code.Jurisdiction;
import org.jspecify.annotations.Nullable;

/**
 * A training subject at one level.
 *
 * @param jurisdiction whose requirement it is
 * @param level the framework's own word for the level, null where there is only one
 * @param refreshMonths months until a refresher is due, null where none is asked for
 * @param refreshSetBy NATIONAL, LOCAL (a value to start from) or NONE
 * @param satisfies every lower subject this one also meets, the lower ones of those included
 * @param portable whether another partner may rely on it
 * @param typicalDays elapsed days a coordinator should plan for
 */
public record TrainingSubject(
    String code,
    String title,
    String framework,
    Jurisdiction jurisdiction,
    @Nullable String level,
    @Nullable Integer refreshMonths,
    String refreshSetBy,
    List<String> satisfies,
    boolean portable,
    int typicalDays,
    List<String> sources,
    List<String> unverified) {}
