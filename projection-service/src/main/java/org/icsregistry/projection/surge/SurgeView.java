package org.icsregistry.projection.surge;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.directory.Surge;
import org.jspecify.annotations.Nullable;

/**
 * A surge, who could help in it and who was asked. Numbers of people that are null are held back.
 *
 * @param events where the entries of the log are
 */
public record SurgeView(Surge surge, List<TemporaryRole> roles, CallUps callUps, String events) {

  /**
   * @param derivedFrom capacity of the role whose people may be called up for this one too
   */
  public record TemporaryRole(
      String roleId,
      @Nullable String title,
      LocalDate endsOn,
      Capacity cleared,
      @Nullable Capacity derivedFrom) {}

  /**
   * People cleared for a role, as far as no lapse is recorded.
   *
   * @param people across partners, each once, to the nearest five
   * @param partners exact while shifts are planned with the role, and otherwise to the nearest five
   * @param yours ids of those whom the caller's organisation has a relationship with, and has
   *     cleared itself or may see details of
   */
  public record Capacity(
      String roleId, @Nullable Long people, List<AtPartner> partners, List<String> yours) {}

  /** {@code partner} is the organisation that cleared them. */
  public record AtPartner(String partner, @Nullable Long people) {}

  /** People called up and their last answers. */
  public record CallUps(
      @Nullable Long people,
      @Nullable Long yes,
      @Nullable Long no,
      @Nullable Long later,
      @Nullable Long unanswered) {}
}
