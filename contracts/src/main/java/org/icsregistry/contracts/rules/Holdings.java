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
 * @param bypasses what partners decided need not be met for a while
 */
public record Holdings(
    @Nullable LocalDate dateOfBirth,
    List<HeldCheck> checks,
    List<HeldTraining> trainings,
    List<Bypass> bypasses) {

  /** Where nothing is bypassed. */
  public Holdings(
      @Nullable LocalDate dateOfBirth, List<HeldCheck> checks, List<HeldTraining> trainings) {
    this(dateOfBirth, checks, trainings, List.of());
  }

  /** What is missing still, whatever may wait for a while. */
  public Holdings withoutBypasses() {
    return new Holdings(dateOfBirth, checks, trainings);
  }

  /**
   * @param finding absent when erased
   * @param statusCheckedOn day of the last Update Service status check
   * @param status its result; absent when none was made or it is erased
   * @param rejectedBy partners that do not rely on it
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
      @Nullable StatusResult status,
      List<String> rejectedBy) {

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
