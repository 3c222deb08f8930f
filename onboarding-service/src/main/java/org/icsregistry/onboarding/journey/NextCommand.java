package org.icsregistry.onboarding.journey;

import java.util.UUID;
import org.icsregistry.contracts.message.Command;

/**
 * A command that follows from a situation.
 *
 * @param matter names what the command settles; the same need has the same matter, whoever finds it
 *     and whenever
 * @param again whether the same need may arise once more after it was settled
 */
public record NextCommand(UUID matter, boolean again, Command command) {

  /** For a need that does not come back. */
  public static NextCommand once(String matter, Command command) {
    return new NextCommand(NamedIds.of(matter), false, command);
  }

  static NextCommand wheneverNeeded(String matter, Command command) {
    return new NextCommand(NamedIds.of(matter), true, command);
  }
}
