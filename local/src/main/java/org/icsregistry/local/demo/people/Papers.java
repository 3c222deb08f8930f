package org.icsregistry.local.demo.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.EvidenceType;
import org.icsregistry.contracts.code.StatusResult;
import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.message.CheckCommand.NoteStatusCheck;
import org.icsregistry.contracts.message.CheckCommand.RecordCheck;
import org.icsregistry.contracts.message.CheckCommand.WithdrawCheck;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.TrainingCommand.RecordTraining;
import org.icsregistry.contracts.message.TrainingCommand.WithdrawTraining;
import org.icsregistry.contracts.rules.Assessment;
import org.icsregistry.contracts.rules.Holdings;
import org.icsregistry.contracts.rules.Holdings.HeldCheck;
import org.icsregistry.contracts.rules.Holdings.HeldTraining;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;

/**
 * What a person holds, assessed by the rules the registry itself decides with, so that a generator
 * never asks for what would be refused.
 */
final class Papers {

  private static final List<Weighted<EvidenceType>> EVIDENCE =
      List.of(
          new Weighted<>(EvidenceType.LMS_RECORD, 70),
          new Weighted<>(EvidenceType.CERTIFICATE_SEEN, 16),
          new Weighted<>(EvidenceType.ASSESSED_IN_PERSON, 13),
          new Weighted<>(EvidenceType.SELF_DECLARED, 1));

  private final LocalDate dateOfBirth;
  private final LocalDate today;
  private final Dice dice;
  private final Outbox out;
  private final List<HeldCheck> checks = new ArrayList<>();
  private final List<HeldTraining> trainings = new ArrayList<>();

  Papers(LocalDate dateOfBirth, LocalDate today, Dice dice, Outbox out) {
    this.dateOfBirth = dateOfBirth;
    this.today = today;
    this.dice = dice;
    this.out = out;
  }

  /** Nobody below 16 starts without somebody who stays beside them. */
  boolean aloneOn(LocalDate day) {
    return !day.isBefore(dateOfBirth.plusYears(16));
  }

  /** How the requirements of a role stand at a partner today. */
  List<Requirement> against(Desk desk, Desk.Opening opening) {
    var holdings = new Holdings(dateOfBirth, checks, trainings);
    return Assessment.assess(opening.profile(), desk.policy(), holdings, today);
  }

  void record(Desk desk, CheckLine line, LocalDate on) {
    var id = dice.uuid();
    var finding = Findings.of(line, on, dice);
    var data = Json.MAPPER.createObjectNode();
    data.put("checkId", id).put("check", line.check().name()).put("completedOn", on.toString());
    data.set("finding", Json.MAPPER.valueToTree(finding));
    out.send(desk, RecordCheck.class, data);
    checks.add(
        new HeldCheck(
            id,
            line.check(),
            desk.code(),
            desk.category(),
            on,
            finding,
            false,
            null,
            null,
            List.of()));
  }

  void record(Desk desk, TrainingLine line, LocalDate on) {
    var id = dice.uuid();
    var evidence = line.portable() ? dice.weighted(EVIDENCE) : EvidenceType.ASSESSED_IN_PERSON;
    out.send(
        desk,
        new RecordTraining(
            id,
            line.training(),
            line.training().startsWith("CSTF_") ? "CSTF 1.1" : null,
            evidence == EvidenceType.LMS_RECORD ? "elearning for healthcare" : desk.name(),
            evidence,
            on));
    trainings.add(
        new HeldTraining(id, line.training(), desk.code(), desk.category(), evidence, on, false));
  }

  /** A partner asks the Update Service about a certificate. */
  void noteStatusCheck(Desk desk, String itemId, LocalDate on) {
    var result = dice.chance(Figures.NOT_CURRENT) ? StatusResult.NOT_CURRENT : StatusResult.CURRENT;
    var data = Json.MAPPER.createObjectNode();
    data.put("checkId", itemId).put("checkedOn", on.toString()).put("result", result.name());
    out.send(desk, NoteStatusCheck.class, data);
    checks.replaceAll(h ->
        h.itemId().equals(itemId)
            ? new HeldCheck(
                h.itemId(),
                h.check(),
                h.issuer(),
                h.issuerCategory(),
                h.completedOn(),
                h.finding(),
                h.withdrawn(),
                on,
                result,
                h.rejectedBy())
            : h);
  }

  /** The issuer withdraws one of its items; the last thing that happens to a person's papers. */
  void withdrawOne(Desk issuer) {
    var reason = dice.pick(List.of(WithdrawalReason.values()));
    var withdrawals =
        Stream.<Command>concat(
                checks.stream()
                    .filter(h -> h.issuer().equals(issuer.code()))
                    .map(h -> new WithdrawCheck(h.itemId(), reason)),
                trainings.stream()
                    .filter(h -> h.issuer().equals(issuer.code()))
                    .map(h -> new WithdrawTraining(h.itemId(), reason)))
            .toList();
    if (!withdrawals.isEmpty()) {
      out.send(issuer, dice.pick(withdrawals));
    }
  }
}
