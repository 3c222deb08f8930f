package org.icsregistry.projection.passport;

import java.util.List;
import java.util.Objects;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.passport.Placement;
import org.jspecify.annotations.Nullable;

/**
 * People of one organisation.
 *
 * @param next where the next page begins; absent on the last
 */
public record PeoplePage(List<PersonRow> people, @Nullable Long next) {

  /**
   * @param name absent when it was erased
   * @param progress the role at this organisation that is on its way, otherwise one that is done;
   *     absent without any and for somebody who was erased
   * @param volunteering whether a placement at this organisation is active
   */
  public record PersonRow(
      String id, @Nullable PersonName name, @Nullable RoleProgress progress, boolean volunteering) {

    static PersonRow of(String organisation, PassportView view) {
      var here =
          Objects.requireNonNullElse(view.progress(), List.<RoleProgress>of()).stream()
              .filter(p -> p.organisation().code().equals(organisation))
              .toList();
      var shown =
          here.stream()
              .filter(p -> p.state() != RoleProgress.State.CLEARED)
              .findFirst()
              .orElse(here.isEmpty() ? null : here.getFirst());
      // What is left of somebody who was erased says nothing about anybody.
      return view.person().name() == null
          ? new PersonRow(view.id(), null, null, false)
          : new PersonRow(view.id(), view.person().name(), shown, volunteers(organisation, view));
    }

    private static boolean volunteers(String organisation, PassportView view) {
      return view.placements().stream()
          .anyMatch(p ->
              p.organisation().code().equals(organisation) && p.step() == Placement.Step.ACTIVE);
    }
  }
}
