package org.icsregistry.onboarding.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are written to.
 *
 * @param enabled whether at all; otherwise messages wait
 * @param from the address messages come from
 * @param perWeek how many messages one person gets in seven days at most
 * @param oldest what happened longer ago than this is not written about any more
 */
@ConfigurationProperties("registry.messages")
record MessageSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("volunteering@localhost") String from,
    @DefaultValue("3") int perWeek,
    @DefaultValue("3d") Duration oldest) {}
