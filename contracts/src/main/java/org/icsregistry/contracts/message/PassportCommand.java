package org.icsregistry.contracts.message;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.ItemRejection;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.ViewPurpose;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.PassportEvent.ItemAccepted;
import org.icsregistry.contracts.message.PassportEvent.ItemRejected;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportRevoked;
import org.icsregistry.contracts.message.PassportEvent.PassportShared;
import org.icsregistry.contracts.message.PassportEvent.PassportVerified;
import org.icsregistry.contracts.message.PassportEvent.PassportViewed;

/**
 * A passport that a partner issues to a person, and what becomes of it; the subject is the person's
 * id. Source: the flow of the NHS Digital Staff Passport.
 */
public sealed interface PassportCommand extends Command {

  /** Chosen by the issuer, a UUID. */
  String passportId();

  /**
   * The sender vouches for items of the person: each it recorded itself or has decided to reuse.
   *
   * @param requestedOn when the person asked for it; the time to issue counts from here
   * @param items ids of checks and trainings; an id named twice counts once
   */
  @MessageType("IssuePassport.v1")
  @LeadsTo(PassportIssued.class)
  record IssuePassport(
      @Pattern(regexp = Format.UUID) String passportId,
      @PastOrPresent LocalDate requestedOn,
      @Size(min = 1, max = 60) List<@Pattern(regexp = Format.UUID) String> items)
      implements PassportCommand {}

  /**
   * The person shows the passport to a partner; sent on the person's behalf by the issuer or by the
   * ICS host.
   *
   * @param shareId chosen by the sender, a UUID
   * @param partner to whom
   * @param items those of the passport's items that the person chose
   * @param until last day on which the partner may look at it and decide
   */
  @MessageType("SharePassport.v1")
  @LeadsTo(PassportShared.class)
  record SharePassport(
      @Pattern(regexp = Format.UUID) String passportId,
      @Pattern(regexp = Format.UUID) String shareId,
      @Pattern(regexp = Format.ORGANISATION) String partner,
      SharingPurpose purpose,
      @Size(min = 1, max = 60) List<@Pattern(regexp = Format.UUID) String> items,
      LocalDate until)
      implements PassportCommand {}

  /**
   * The sender looks at what was shared with it. The first view for {@link
   * ViewPurpose#VERIFICATION} begins the verification.
   */
  @MessageType("NoteView.v1")
  @LeadsTo(PassportViewed.class)
  record NoteView(
      @Pattern(regexp = Format.UUID) String passportId,
      @Pattern(regexp = Format.UUID) String shareId,
      ViewPurpose purpose)
      implements PassportCommand {}

  /** The sender takes over an item that was shared with it. */
  @MessageType("AcceptItem.v1")
  @LeadsTo(ItemAccepted.class)
  record AcceptItem(
      @Pattern(regexp = Format.UUID) String passportId,
      @Pattern(regexp = Format.UUID) String shareId,
      @Pattern(regexp = Format.UUID) String itemId)
      implements PassportCommand {}

  /** The sender does not take over an item that was shared with it; the item itself stays. */
  @MessageType("RejectItem.v1")
  @LeadsTo(ItemRejected.class)
  record RejectItem(
      @Pattern(regexp = Format.UUID) String passportId,
      @Pattern(regexp = Format.UUID) String shareId,
      @Pattern(regexp = Format.UUID) String itemId,
      ItemRejection reason)
      implements PassportCommand {}

  /** Every item that was shared is accepted or rejected; the time of verification ends here. */
  @MessageType("CompleteVerification.v1")
  @LeadsTo(PassportVerified.class)
  record CompleteVerification(
      @Pattern(regexp = Format.UUID) String passportId,
      @Pattern(regexp = Format.UUID) String shareId)
      implements PassportCommand {}

  /** The issuer takes the whole passport back; nobody else can. */
  @MessageType("RevokePassport.v1")
  @LeadsTo(PassportRevoked.class)
  record RevokePassport(@Pattern(regexp = Format.UUID) String passportId, WithdrawalReason reason)
      implements PassportCommand {}
}
