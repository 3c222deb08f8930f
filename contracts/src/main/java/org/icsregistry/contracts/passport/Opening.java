package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.icsregistry.contracts.rules.Holdings.HeldTraining;
import org.icsregistry.contracts.sealing.KeySource;
import org.icsregistry.contracts.sealing.Sealed;
import org.icsregistry.contracts.sealing.SealedValues;
import org.jspecify.annotations.Nullable;

/** Opens what the rules need to look at, and nothing more. */
final class Opening {

  private Opening() {}

  static Holdings holdings(Person person, KeySource keys) {
    return new Holdings(
        dateOfBirth(person, keys),
        person.checks().values().stream().map(c -> held(c, keys)).toList(),
        person.trainings().values().stream().map(Opening::held).toList(),
        List.copyOf(person.standing().bypasses().values()));
  }

  static @Nullable LocalDate dateOfBirth(Person person, KeySource keys) {
    return open(person.dateOfBirth(), "dateOfBirth", LocalDate.class, keys);
  }

  private static HeldCheck held(Check c, KeySource keys) {
    return new HeldCheck(
        c.itemId(),
        c.check(),
        c.issuer(),
        c.issuerCategory(),
        c.completedOn(),
        open(c.finding(), "finding", CheckFinding.class, keys),
        c.withdrawnFor() != null,
        c.statusCheckedOn(),
        open(c.status(), "result", StatusResult.class, keys),
        c.rejectedBy());
  }

  private static HeldTraining held(Training t) {
    return new HeldTraining(
        t.itemId(),
        t.training(),
        t.issuer(),
        t.issuerCategory(),
        t.evidence(),
        t.completedOn(),
        t.withdrawnFor() != null);
  }

  private static <T> @Nullable T open(
      @Nullable Sealed<T> sealed, String component, Class<T> type, KeySource keys) {
    return sealed == null
        ? null
        : SealedValues.open(sealed, component, type, keys).toOptional().orElse(null);
  }
}
