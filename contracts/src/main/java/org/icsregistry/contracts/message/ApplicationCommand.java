package org.icsregistry.contracts.message;

import jakarta.validation.constraints.Pattern;
import org.icsregistry.contracts.message.ApplicationEvent.InterestExpressed;
import org.icsregistry.contracts.message.ApplicationEvent.OfferAnswered;
import org.icsregistry.contracts.message.ApplicationEvent.OfferMade;

/** Recruitment of one person by one partner for one role; the subject is the person's id. */
public sealed interface ApplicationCommand extends Command {

  /** Chosen by the sender, a UUID. */
  String applicationId();

  /**
   * The sender records a person's interest in a role; the clock of the headline figure starts here.
   */
  @MessageType("ExpressInterest.v1")
  @LeadsTo(InterestExpressed.class)
  record ExpressInterest(
      @Pattern(regexp = Format.UUID) String applicationId,
      @Pattern(regexp = Format.ROLE) String roleId)
      implements ApplicationCommand {}

  @MessageType("MakeOffer.v1")
  @LeadsTo(OfferMade.class)
  record MakeOffer(@Pattern(regexp = Format.UUID) String applicationId)
      implements ApplicationCommand {}

  /** The person's answer, recorded by the partner that made the offer. */
  @MessageType("AnswerOffer.v1")
  @LeadsTo(OfferAnswered.class)
  record AnswerOffer(@Pattern(regexp = Format.UUID) String applicationId, boolean accepted)
      implements ApplicationCommand {}
}
