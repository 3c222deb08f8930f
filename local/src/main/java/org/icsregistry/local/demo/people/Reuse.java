package org.icsregistry.local.demo.people;

import java.time.LocalDate;
import org.icsregistry.contracts.code.ReasonCode;
import org.icsregistry.contracts.code.RecognitionDecision;
import org.icsregistry.contracts.message.ClearanceCommand.DecideRecognition;
import org.icsregistry.contracts.rules.Requirement;
import org.icsregistry.contracts.rules.RequirementStatus.Basis;
import org.icsregistry.contracts.rules.RequirementStatus.Bypassed;
import org.icsregistry.contracts.rules.RequirementStatus.Gap;
import org.icsregistry.contracts.rules.RequirementStatus.Met;
import org.icsregistry.contracts.rules.RequirementStatus.Repeat;
import org.icsregistry.contracts.rules.RequirementStatus.StatusCheckNeeded;
import org.jspecify.annotations.Nullable;

/** What a partner makes of other partners' items, by its own policy. */
final class Reuse {

  private final Desk desk;
  private final Desk.Opening opening;
  private final LocalDate today;
  private final Dice dice;
  private final Outbox out;
  private final Papers papers;

  Reuse(Desk desk, Desk.Opening opening, LocalDate today, Dice dice, Outbox out, Papers papers) {
    this.desk = desk;
    this.opening = opening;
    this.today = today;
    this.dice = dice;
    this.out = out;
    this.papers = papers;
  }

  void decide() {
    papers.against(desk, opening).forEach(this::decide);
  }

  private void decide(Requirement requirement) {
    switch (requirement.status()) {
      case Met(String itemId, _, Basis basis, _) -> {
        if (itemId != null && basis == Basis.REUSED) {
          send(requirement, itemId, RecognitionDecision.REUSED, null);
        }
      }
      case StatusCheckNeeded(String itemId, _, _, _) -> {
        send(requirement, itemId, RecognitionDecision.STATUS_CHECK_NEEDED, null);
        if (dice.chance(Figures.STATUS_CHECK_MADE)) {
          papers.noteStatusCheck(desk, itemId, today.minusDays(dice.between(0, 10)));
          decide(again(requirement));
        }
      }
      case Repeat(String itemId, String issuer, ReasonCode reason, _, _, _) -> {
        if (!issuer.equals(desk.code())) {
          send(requirement, itemId, RecognitionDecision.REPEAT, reason);
        }
      }
      case Gap _, Bypassed _ -> {}
    }
  }

  private Requirement again(Requirement before) {
    return papers.against(desk, opening).stream()
        .filter(r -> r.line().equals(before.line()))
        .findFirst()
        .orElseThrow();
  }

  private void send(
      Requirement requirement,
      String itemId,
      RecognitionDecision decision,
      @Nullable ReasonCode reason) {
    out.send(
        desk,
        new DecideRecognition(
            desk.code(),
            opening.roleId(),
            opening.profile().version(),
            desk.policy().version(),
            requirement.line().code(),
            itemId,
            decision,
            reason));
  }
}
