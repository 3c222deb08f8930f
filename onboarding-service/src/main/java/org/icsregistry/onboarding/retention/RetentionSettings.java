package org.icsregistry.onboarding.retention;

import java.time.Period;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each class of record is kept after it was last used. The defaults are a starting point;
 * take yours from your own schedule.
 *
 * @param enabled whether anything is erased by itself
 * @param checks outcomes of checks (DBS code of practice: six months from the decision)
 * @param file everything about somebody who was a volunteer
 * @param unsuccessful everything about somebody who never became one
 */
@ConfigurationProperties("registry.retention")
record RetentionSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("P6M") Period checks,
    @DefaultValue("P6Y") Period file,
    @DefaultValue("P1Y") Period unsuccessful) {

  RetentionSettings {
    if (Stream.of(checks, file, unsuccessful)
        .anyMatch(period -> period.isNegative() || period.isZero())) {
      throw new IllegalArgumentException(
          "Expected periods of retention longer than a day, such as P6M, got checks %s, file %s, unsuccessful %s"
              .formatted(checks, file, unsuccessful));
    }
  }
}
