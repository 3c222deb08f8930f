package org.icsregistry.projection.passport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.ItemRejection;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.passport.IssuedPassport;
import org.icsregistry.contracts.passport.PassportShare;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.projection.passport.PassportView.Organisation;
import org.jspecify.annotations.Nullable;

@Schema(description = "A passport that one organisation issued, and with whom it is shared")
public record IssuedView(
    String id,
    Organisation issuer,
    @Schema(description = "When the person asked for it") LocalDate requestedOn,
    LocalDate issuedOn,
    List<ItemName> items,
    List<ShareView> shares,
    @Schema(description = "Present once the issuer revoked it")
        @Nullable WithdrawalReason revokedFor) {

  @Schema(description = "A check or training by id and code")
  public record ItemName(String itemId, @Schema(example = "DBS") String code) {}

  public record RejectedItem(
      String itemId, @Schema(example = "DBS") String code, ItemRejection reason) {}

  @Schema(description = "What an organisation was shown and what it made of it")
  public record ShareView(
      String id,
      Organisation organisation,
      SharingPurpose purpose,
      @Schema(description = "Last day on which it may look and decide") LocalDate until,
      List<ItemName> accepted,
      List<RejectedItem> rejected,
      @Schema(description = "Neither accepted nor rejected yet") List<ItemName> undecided,
      @Schema(description = "How often the organisation looked") int views,
      @Schema(description = "When it first looked in order to verify") @Nullable Instant startedAt,
      @Schema(description = "When the verification was complete") @Nullable Instant finishedAt,
      @Schema(description = "Seconds from the first look to the end", example = "187")
          @Nullable Long verificationSeconds) {}

  /** Its issuer's people see all of it, and those to whom it is shown what they are shown. */
  static boolean visible(IssuedPassport passport, Sight sight) {
    return sight.seesRecordsOf(passport.issuer())
        || passport.shares().values().stream().anyMatch(s -> sight.seesRecordsOf(s.partner()));
  }

  static IssuedView of(IssuedPassport passport, Person person, Sight sight, Naming naming) {
    boolean whole = sight.seesRecordsOf(passport.issuer());
    var shares =
        passport.shares().values().stream()
            .filter(s -> whole || sight.seesRecordsOf(s.partner()))
            .toList();
    var items =
        whole ? passport.items() : shares.stream().flatMap(s -> s.items().stream()).toList();
    return new IssuedView(
        passport.id(),
        naming.organisation(passport.issuer()),
        passport.requestedOn(),
        passport.issuedOn(),
        names(items, person),
        shares.stream().map(s -> share(s, person, naming)).toList(),
        passport.revokedFor());
  }

  private static ShareView share(PassportShare share, Person person, Naming naming) {
    return new ShareView(
        share.id(),
        naming.organisation(share.partner()),
        share.purpose(),
        share.until(),
        names(share.accepted(), person),
        share.rejected().entrySet().stream()
            .map(r -> new RejectedItem(r.getKey(), person.codeOf(r.getKey()), r.getValue()))
            .toList(),
        names(share.undecided(), person),
        share.views(),
        share.startedAt(),
        share.finishedAt(),
        share.verificationSeconds());
  }

  private static List<ItemName> names(List<String> items, Person person) {
    return items.stream().distinct().map(i -> new ItemName(i, person.codeOf(i))).toList();
  }
}
