package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.DATE_ORDER;
import static org.icsregistry.contracts.problem.ProblemCode.ISSUER_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_ALREADY_RECORDED;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_ALREADY_WITHDRAWN;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_KIND_MISMATCH;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.store.Ledger.HOST;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.CheckLevel;
import org.icsregistry.contracts.code.CheckOutcome;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.message.CheckCommand.NoteStatusCheck;
import org.icsregistry.contracts.message.CheckCommand.WithdrawCheck;
import org.icsregistry.contracts.message.CheckFinding;
import org.icsregistry.contracts.message.TrainingCommand.WithdrawTraining;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Checks and training records. */
final class ItemWays {

  private static final CheckFinding MET =
      new CheckFinding(CheckOutcome.MET, CheckLevel.HIGH, null, null, null, null, null, null, null);

  private ItemWays() {}

  static Stream<Way> all() {
    return Stream.of(
        new Way(ITEM_UNKNOWN, "a check is withdrawn", w -> withdrawCheck(w, w.aPerson(), CHRISTIE)),
        new Way(
            ITEM_UNKNOWN,
            "training is withdrawn",
            w -> w.refuse(CHRISTIE, w.aPerson(), withdrawTraining(World.id()))),
        new Way(
            ITEM_UNKNOWN,
            "the status of a check is noted",
            w -> note(w, w.aPerson(), World.id(), LAST_WEEK)),
        new Way(
            ITEM_UNKNOWN,
            "the item is somebody else's",
            w -> {
              var item = w.fireTraining(CHRISTIE, w.aPerson());
              return w.refuse(CHRISTIE, w.aPerson(), withdrawTraining(item));
            }),
        new Way(
            ITEM_ALREADY_RECORDED,
            "a training record has the id of another",
            w -> {
              var person = w.aPerson();
              return w.refuse(
                  CHRISTIE, person, World.fireTraining(w.fireTraining(CHRISTIE, person)));
            }),
        new Way(
            ITEM_ALREADY_RECORDED,
            "a check has the id of a training record",
            w -> {
              var person = w.aPerson();
              var item = w.fireTraining(CHRISTIE, person);
              return w.refuse(CHRISTIE, person, w.aCheck(person, CheckCode.IDENTITY, item, MET));
            }),
        new Way(
            ISSUER_ONLY,
            "a relying partner withdraws training",
            w -> {
              var person = w.aPerson();
              var item = w.fireTraining(CHRISTIE, person);
              return w.refuse(MANCHESTER, person, withdrawTraining(item));
            }),
        new Way(ISSUER_ONLY, "a relying partner withdraws a check", w -> withdrawn(w, MANCHESTER)),
        new Way(ISSUER_ONLY, "the host withdraws a check", w -> withdrawn(w, HOST)),
        new Way(
            ITEM_ALREADY_WITHDRAWN,
            "a check is withdrawn twice",
            w -> {
              var person = w.aPerson();
              var item = w.identity(CHRISTIE, person);
              w.accept(CHRISTIE, person, withdrawCheck(item));
              return w.refuse(CHRISTIE, person, withdrawCheck(item));
            }),
        new Way(
            ITEM_ALREADY_WITHDRAWN,
            "the status of a withdrawn check is noted",
            w -> {
              var person = w.aPerson();
              var item = w.dbs(CHRISTIE, person);
              w.accept(CHRISTIE, person, withdrawCheck(item));
              return note(w, person, item, LAST_WEEK);
            }),
        new Way(
            ITEM_KIND_MISMATCH,
            "the status of an identity check is noted",
            w -> {
              var person = w.aPerson();
              return note(w, person, w.identity(CHRISTIE, person), LAST_WEEK);
            }),
        new Way(
            DATE_ORDER,
            "a status check is older than the certificate",
            w -> {
              var person = w.aPerson();
              return note(w, person, w.dbs(CHRISTIE, person), LAST_WEEK.minusDays(1));
            }));
  }

  private static ProblemCode withdrawn(World w, String by) {
    var person = w.aPerson();
    return w.refuse(by, person, withdrawCheck(w.dbs(CHRISTIE, person)));
  }

  private static ProblemCode withdrawCheck(World w, String person, String by) {
    return w.refuse(by, person, withdrawCheck(World.id()));
  }

  private static WithdrawCheck withdrawCheck(String item) {
    return new WithdrawCheck(item, WithdrawalReason.ISSUED_IN_ERROR);
  }

  private static WithdrawTraining withdrawTraining(String item) {
    return new WithdrawTraining(item, WithdrawalReason.ISSUED_IN_ERROR);
  }

  private static ProblemCode note(World w, String person, String item, LocalDate day) {
    var result = w.seal(person, "NoteStatusCheck.result", StatusResult.CURRENT);
    return w.refuse(MANCHESTER, person, new NoteStatusCheck(item, day, result));
  }
}
