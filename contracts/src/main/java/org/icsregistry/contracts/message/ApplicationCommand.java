package org.icsregistry.contracts.message;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.icsregistry.contracts.code.DeclineReason;
import org.icsregistry.contracts.code.LeavingReason;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicantDeclined;
import org.icsregistry.contracts.message.ApplicationEvent.ApplicationWithdrawn;
import org.icsregistry.contracts.message.ApplicationEvent.Applied;
import org.icsregistry.contracts.message.ApplicationEvent.ConversationHeld;
import org.icsregistry.contracts.message.ApplicationEvent.ConversationScheduled;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;
import org.icsregistry.contracts.message.ApplicationEvent.PlacedInTalentPool;
import org.jspecify.annotations.Nullable;

/** Recruitment of one person by one partner for one role; the subject is the person's id. */
public sealed interface ApplicationCommand extends Command {

  /** Chosen by the sender, a UUID. */
  String applicationId();

  /**
   * The sender records a person's interest in a role; the clock of the headline figure starts here.
   *
   * @param opportunityId the opportunity that the person saw, if it was one; of the same role
   */
  @MessageType("ExpressInterest.v1")
  @LeadsTo(InterestExpressed.class)
  record ExpressInterest(
      @Pattern(regexp = Format.UUID) String applicationId,
      @Pattern(regexp = Format.ROLE) String roleId,
      @Pattern(regexp = Format.ROLE) @Nullable String opportunityId)
      implements ApplicationCommand {

    /** Interest in the role itself. */
    public ExpressInterest(String applicationId, String roleId) {
      this(applicationId, roleId, null);
    }
  }

  /** The partner has no vacancy now and keeps the person in mind. */
  @MessageType("PutInTalentPool.v1")
  @LeadsTo(PlacedInTalentPool.class)
  record PutInTalentPool(@Pattern(regexp = Format.UUID) String applicationId)
      implements ApplicationCommand {}

  /** The person has handed in the partner's form. */
  @MessageType("Apply.v1")
  @LeadsTo(Applied.class)
  record Apply(@Pattern(regexp = Format.UUID) String applicationId) implements ApplicationCommand {}

  /**
   * An informal conversation is arranged, or moved to another day.
   *
   * @param scheduledFor the day of the conversation
   */
  @MessageType("ScheduleConversation.v1")
  @LeadsTo(ConversationScheduled.class)
  record ScheduleConversation(
      @Pattern(regexp = Format.UUID) String applicationId, LocalDate scheduledFor)
      implements ApplicationCommand {}

  @MessageType("HoldConversation.v1")
  @LeadsTo(ConversationHeld.class)
  record HoldConversation(
      @Pattern(regexp = Format.UUID) String applicationId, @PastOrPresent LocalDate heldOn)
      implements ApplicationCommand {}

  /** May come at any open step: a small organisation needs no form and no appointment. */
  @MessageType("MakeOffer.v1")
  @LeadsTo(OfferMade.class)
  record MakeOffer(@Pattern(regexp = Format.UUID) String applicationId)
      implements ApplicationCommand {}

  /** The person's answer, recorded by the partner that made the offer. */
  @MessageType("AnswerOffer.v1")
  @LeadsTo(OfferAnswered.class)
  record AnswerOffer(@Pattern(regexp = Format.UUID) String applicationId, boolean accepted)
      implements ApplicationCommand {}

  /** The partner does not take the person for this role. */
  @MessageType("DeclineApplicant.v1")
  @LeadsTo(ApplicantDeclined.class)
  @DuringRestriction
  record DeclineApplicant(@Pattern(regexp = Format.UUID) String applicationId, DeclineReason reason)
      implements ApplicationCommand {}

  /** The person drops out, recorded by the partner. */
  @MessageType("WithdrawApplication.v1")
  @LeadsTo(ApplicationWithdrawn.class)
  @DuringRestriction
  record WithdrawApplication(
      @Pattern(regexp = Format.UUID) String applicationId, LeavingReason reason)
      implements ApplicationCommand {}
}
