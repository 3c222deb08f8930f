package org.icsregistry.onboarding.outbox;

import java.util.List;
import org.icsregistry.onboarding.journey.NextCommand;
import org.jspecify.annotations.Nullable;

/**
 * What should be sent about one engagement, as far as is known at a place in the log.
 *
 * @param occasion application or placement that it is about; travels as correlation id
 * @param lastIndex log index of the last event about the person that was looked at
 */
public record Wanted(
    String subject,
    String partner,
    String roleId,
    @Nullable String occasion,
    long lastIndex,
    List<NextCommand> commands) {}
