package org.icsregistry.projection.passport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.WaitingOn;
import org.icsregistry.contracts.message.Contact;
import org.icsregistry.contracts.message.PersonName;
import org.icsregistry.contracts.passport.Application;
import org.icsregistry.contracts.passport.Placement;
import org.jspecify.annotations.Nullable;

/** A passport as somebody may see it. */
@Schema(description = "A person's cross-organisation passport at one place of the log")
public record PassportView(
    @Schema(description = "The person's id", example = "019384c2-7d0e-7c1a-9f55-3fb2a7c00001")
        String id,
    @Schema(description = "The moment it was computed for", example = "2026-11-22T09:15:05Z")
        Instant asOf,
    @Schema(description = "Log index of the last entry it takes into account", example = "4711")
        long logIndex,
    PersonView person,
    @Schema(description = "Organisations with a relationship to the person") List<Link> links,
    @Schema(description = "Whom the person lets see details, the latest last")
        List<GrantView> grants,
    @Schema(description = "Checks the person holds, in the order of the log")
        List<CheckView> checks,
    @Schema(description = "Training the person holds, in the order of the log")
        List<TrainingView> trainings,
    @Schema(description = "Checks and training that were asked for and are still open")
        List<Request> requests,
    @Schema(description = "What organisations decided about each other's items")
        List<Recognition> recognitions,
    List<ClearanceView> clearances,
    List<ApplicationView> applications,
    List<PlacementView> placements,
    @Schema(description = "Passports that organisations issued to the person")
        List<IssuedView> issued,
    @Schema(
            description =
                "For each role the person applied or was cleared for: how its requirements stand;"
                    + " absent where what is sealed stays closed")
        @Nullable List<RoleProgress> progress) {

  @Schema(description = "An organisation by code and name")
  public record Organisation(
      @Schema(example = "RBV") String code,
      @Schema(example = "The Christie NHS Foundation Trust") String name) {}

  @Schema(description = "A role by id and title")
  public record RoleName(
      @Schema(example = "QOP.WARD_HELPER") String id,
      @Schema(example = "Ward helper") String title) {}

  /**
   * @param erased true when the person's key was destroyed
   * @param closed true when the caller may not open it
   */
  @Schema(description = "Who the person is, or why that is not shown")
  public record PersonView(
      @Nullable PersonName name,
      @Nullable LocalDate dateOfBirth,
      @Nullable Contact contact,
      @Schema(description = "Present and true when it was erased") @Nullable Boolean erased,
      @Schema(description = "Present and true when you may not open it")
          @Nullable Boolean closed) {}

  public record Link(Organisation organisation, LocalDate agreedOn) {}

  /**
   * @param until last day on which it holds unless it is withdrawn before
   */
  @Schema(description = "What a person allowed: that an organisation sees details")
  public record GrantView(
      String id,
      Organisation organisation,
      SharingPurpose purpose,
      LocalDate agreedOn,
      LocalDate until,
      @Schema(description = "Whether it holds on the day of the question") boolean inForce) {}

  @Schema(description = "Asked for and not recorded yet")
  public record Request(
      Organisation organisation, RoleName role, @Schema(example = "DBS") String code) {}

  public record Recognition(
      Organisation organisation,
      RoleName role,
      int roleVersion,
      int policyVersion,
      String requirement,
      @Nullable String itemId,
      RecognitionDecision decision,
      @Nullable ReasonCode reason) {}

  @Schema(description = "A clearance with its evidence and the versions it was decided under")
  public record ClearanceView(
      Organisation organisation,
      RoleName role,
      int roleVersion,
      int policyVersion,
      boolean inForce,
      @Nullable LapseReason lapsedFor,
      List<EvidenceView> evidence) {}

  /**
   * @param itemId absent, like the issuer, for another organisation's item while the person does
   *     not share details
   */
  @Schema(description = "What met a requirement when the clearance was given")
  public record EvidenceView(
      String requirement, @Nullable String itemId, @Nullable Organisation issuer, boolean reused) {}

  public record ApplicationView(
      String id,
      Organisation organisation,
      RoleName role,
      Application.Step step,
      WaitingOn waitingOn) {}

  @Schema(description = "Volunteering in a role, with the time given so far")
  public record PlacementView(
      String id,
      Organisation organisation,
      RoleName role,
      Placement.Step step,
      @Nullable LocalDate startedOn,
      @Nullable LocalDate firstActivityOn,
      @Nullable LocalDate endedOn,
      @Nullable LeavingReason leftFor,
      int sessions,
      long minutes,
      long tasks) {}
}
