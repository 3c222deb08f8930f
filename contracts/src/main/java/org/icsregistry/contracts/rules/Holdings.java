package org.icsregistry.contracts.rules;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.IssuerCategory;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.message.CheckFinding;
import org.jspecify.annotations.Nullable;

/**
 * What a person holds, opened, as the rules look at it.
 *
 * @param dateOfBirth absent when erased
 */
public record Holdings(
    @Nullable LocalDate dateOfBirth, List<HeldCheck> checks, List<HeldTraining> trainings) {

  /**
   * @param finding absent when erased
   * @param statusCheckedOn day of the last Update Service status check
   * @param status its result; absent when none was made or it is erased
   */
  public record HeldCheck(
      String itemId,
      CheckCode check,
      String issuer,
      IssuerCategory issuerCategory,
      LocalDate completedOn,
      @Nullable CheckFinding finding,
      boolean withdrawn,
      @Nullable LocalDate statusCheckedOn,
      @Nullable StatusResult status) {

    @Override
    public String toString() {
      return "HeldCheck[" + itemId + ", " + check + "]";
    }
  }

  public record HeldTraining(
      String itemId,
      String training,
      String issuer,
      IssuerCategory issuerCategory,
      EvidenceType evidence,
      LocalDate completedOn,
      boolean withdrawn) {}

  @Override
  public String toString() {
    return "Holdings[" + checks.size() + " checks, " + trainings.size() + " trainings]";
  }
}
