package org.icsregistry.contracts.passport;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.PassportEvent;
import org.icsregistry.contracts.message.PassportEvent.ItemAccepted;
import org.icsregistry.contracts.message.PassportEvent.ItemRejected;
import org.icsregistry.contracts.message.PassportEvent.PassportIssued;
import org.icsregistry.contracts.message.PassportEvent.PassportRevoked;
import org.icsregistry.contracts.message.PassportEvent.PassportShared;
import org.icsregistry.contracts.message.PassportEvent.PassportVerified;
import org.icsregistry.contracts.message.PassportEvent.PassportViewed;
import org.jspecify.annotations.Nullable;

/**
 * A passport that one partner issued: the items it vouches for, and with whom the person shares
 * them. The field calls this a staff passport, and each person may be issued several; {@link
 * Passport} is the one view of everything the log says about a person.
 *
 * @param items ids of checks and trainings
 * @param shares by share id
 */
public record IssuedPassport(
    String id,
    String issuer,
    LocalDate requestedOn,
    LocalDate issuedOn,
    List<String> items,
    Map<String, PassportShare> shares,
    @Nullable WithdrawalReason revokedFor) {

  /** The fold; the first event makes the passport. */
  public static IssuedPassport evolve(@Nullable IssuedPassport before, PassportEvent event) {
    if (event instanceof PassportIssued e) {
      return new IssuedPassport(
          e.passportId(), e.issuer(), e.requestedOn(), e.issuedOn(), e.items(), Map.of(), null);
    }
    if (before == null) {
      throw new IllegalStateException(
          "The log speaks of passport "
              + event.passportId()
              + " before it exists: the log is out of order");
    }
    return before.after(event);
  }

  private IssuedPassport after(PassportEvent event) {
    return switch (event) {
      case PassportIssued _ -> this;
      case PassportShared e -> with(Folding.put(shares, e.shareId(), PassportShare.of(e)));
      case PassportViewed e ->
          with(Folding.replace(shares, e.shareId(), s -> s.viewed(e.purpose(), e.viewedAt())));
      case ItemAccepted e -> with(Folding.replace(shares, e.shareId(), s -> s.accepted(e)));
      case ItemRejected e -> with(Folding.replace(shares, e.shareId(), s -> s.rejected(e)));
      case PassportVerified e ->
          with(Folding.replace(shares, e.shareId(), s -> s.verified(e.finishedAt())));
      case PassportRevoked e ->
          new IssuedPassport(id, issuer, requestedOn, issuedOn, items, shares, e.reason());
    };
  }

  private IssuedPassport with(Map<String, PassportShare> newShares) {
    return new IssuedPassport(id, issuer, requestedOn, issuedOn, items, newShares, revokedFor);
  }
}
