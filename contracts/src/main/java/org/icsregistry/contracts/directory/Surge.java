package org.icsregistry.contracts.directory;

import java.util.List;
import org.icsregistry.contracts.code.StandDownReason;
import org.icsregistry.contracts.code.SurgeReason;
import org.icsregistry.contracts.message.SurgeEvent;
import org.icsregistry.contracts.message.SurgeEvent.SurgeDeclared;
import org.icsregistry.contracts.message.SurgeEvent.SurgeStoodDown;
import org.jspecify.annotations.Nullable;

/**
 * A surge as its events tell it.
 *
 * @param title absent until declared
 * @param areas postcode areas or districts
 * @param stoodDownFor present once it is stood down
 */
public record Surge(
    String surgeId,
    @Nullable String title,
    @Nullable SurgeReason reason,
    List<String> areas,
    int alertLimit,
    @Nullable StandDownReason stoodDownFor) {

  private static final String KIND = ".SURGE.";

  public static Surge unknown(String surgeId) {
    return new Surge(surgeId, null, null, List.of(), 0, null);
  }

  /** Code of the organisation that declares it. */
  public static String owner(String surgeId) {
    return surgeId.substring(0, surgeId.indexOf(KIND));
  }

  public boolean declared() {
    return title != null;
  }

  /** Whether people are called up for it. */
  public boolean open() {
    return declared() && stoodDownFor == null;
  }

  public Surge evolve(SurgeEvent event) {
    return switch (event) {
      case SurgeDeclared e ->
          new Surge(surgeId, e.title(), e.reason(), e.areas(), e.alertLimit(), null);
      case SurgeStoodDown e -> new Surge(surgeId, title, reason, areas, alertLimit, e.reason());
    };
  }
}
