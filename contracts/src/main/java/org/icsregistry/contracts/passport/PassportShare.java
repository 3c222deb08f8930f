package org.icsregistry.contracts.passport;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.icsregistry.contracts.code.ItemRejection;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.ViewPurpose;
import org.icsregistry.contracts.message.PassportEvent.ItemAccepted;
import org.icsregistry.contracts.message.PassportEvent.ItemRejected;
import org.icsregistry.contracts.message.PassportEvent.PassportShared;
import org.jspecify.annotations.Nullable;

/**
 * What a person shows of an issued passport to one partner, and what that partner made of it.
 *
 * @param accepted ids of the items it took over
 * @param rejected those it did not, with its reason
 * @param views how often it looked
 * @param startedAt when it first looked in order to verify
 * @param finishedAt when the last item was decided and the verification completed
 */
public record PassportShare(
    String id,
    String partner,
    SharingPurpose purpose,
    List<String> items,
    LocalDate until,
    List<String> accepted,
    Map<String, ItemRejection> rejected,
    int views,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  static PassportShare of(PassportShared e) {
    return new PassportShare(
        e.shareId(),
        e.partner(),
        e.purpose(),
        e.items(),
        e.until(),
        List.of(),
        Map.of(),
        0,
        null,
        null);
  }

  /** Whether its items are being decided at this moment. */
  public boolean beingVerified() {
    return startedAt != null && finishedAt == null;
  }

  /** How long the verification took; absent until it is finished. */
  public @Nullable Long verificationSeconds() {
    return startedAt == null || finishedAt == null
        ? null
        : Duration.between(startedAt, finishedAt).toSeconds();
  }

  public boolean decided(String itemId) {
    return accepted.contains(itemId) || rejected.containsKey(itemId);
  }

  /** What is neither accepted nor rejected, in the order in which it was shared. */
  public List<String> undecided() {
    return items.stream().distinct().filter(item -> !decided(item)).toList();
  }

  PassportShare viewed(ViewPurpose purpose, Instant at) {
    var started = startedAt == null && purpose == ViewPurpose.VERIFICATION ? at : startedAt;
    return with(accepted, rejected, views + 1, started, finishedAt);
  }

  PassportShare accepted(ItemAccepted e) {
    return with(Folding.add(accepted, e.itemId()), rejected, views, startedAt, finishedAt);
  }

  PassportShare rejected(ItemRejected e) {
    return with(
        accepted, Folding.put(rejected, e.itemId(), e.reason()), views, startedAt, finishedAt);
  }

  PassportShare verified(Instant at) {
    return with(accepted, rejected, views, startedAt, at);
  }

  private PassportShare with(
      List<String> accepted,
      Map<String, ItemRejection> rejected,
      int views,
      @Nullable Instant started,
      @Nullable Instant finished) {
    return new PassportShare(
        id, partner, purpose, items, until, accepted, rejected, views, started, finished);
  }
}
