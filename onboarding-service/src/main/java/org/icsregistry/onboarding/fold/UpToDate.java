package org.icsregistry.onboarding.fold;

import org.icsregistry.kit.log.LogFollowers;
import org.springframework.stereotype.Component;

/**
 * Whether the fold has reached the end of the log. While it has not, as in a rebuild, nobody is
 * reminded and nothing is sent: what was open then may be long done. While nobody knows where the
 * log ends, the last answer holds.
 */
@Component
public class UpToDate {

  // What arrives between two questions for the end is no backlog.
  private static final double SOME = 2_000;

  private final LogFollowers followers;
  private volatile boolean last;

  UpToDate(LogFollowers followers) {
    this.followers = followers;
  }

  public boolean now() {
    double behind = followers.recordsBehind("onboarding");
    if (!Double.isNaN(behind)) {
      last = last ? behind <= SOME : behind == 0;
    }
    return last;
  }
}
