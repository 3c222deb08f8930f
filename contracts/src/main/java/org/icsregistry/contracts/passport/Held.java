package org.icsregistry.contracts.passport;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.icsregistry.contracts.message.CheckEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.TrainingEvent;
import org.icsregistry.contracts.message.TrainingEvent.TrainingAssigned;
import org.icsregistry.contracts.message.TrainingEvent.TrainingRecorded;
import org.icsregistry.contracts.message.TrainingEvent.TrainingWithdrawn;

/**
 * What a person holds, and what was asked for.
 *
 * @param checks by item id
 * @param trainings by item id
 * @param requests not yet answered by an item of that kind
 */
public record Held(
    Map<String, Check> checks, Map<String, Training> trainings, List<Request> requests) {

  static final Held NOTHING = new Held(Map.of(), Map.of(), List.of());

  Held evolve(CheckEvent event) {
    return switch (event) {
      case CheckRequested e -> plus(new Request(e.partner(), e.roleId(), e.check().name()));
      case CheckRecorded e ->
          new Held(
              Folding.put(checks, e.checkId(), Check.of(e)),
              trainings,
              Request.answered(requests, e.issuer(), e.check().name()));
      case StatusCheckNoted e -> with(e.checkId(), c -> c.noted(e));
      case CheckWithdrawn e -> with(e.checkId(), c -> c.withdrawn(e.reason()));
    };
  }

  Held evolve(TrainingEvent event) {
    return switch (event) {
      case TrainingAssigned e -> plus(new Request(e.partner(), e.roleId(), e.training()));
      case TrainingRecorded e ->
          new Held(
              checks,
              Folding.put(trainings, e.trainingId(), Training.of(e)),
              Request.answered(requests, e.issuer(), e.training()));
      case TrainingWithdrawn e ->
          new Held(
              checks,
              Folding.replace(trainings, e.trainingId(), t -> t.withdrawn(e.reason())),
              requests);
    };
  }

  /** Nobody waits for what an organisation without a relationship was asked for. */
  Held withoutRequestsTo(String partner) {
    return new Held(
        checks, trainings, requests.stream().filter(r -> !r.partner().equals(partner)).toList());
  }

  private Held with(String checkId, UnaryOperator<Check> change) {
    return new Held(Folding.replace(checks, checkId, change), trainings, requests);
  }

  private Held plus(Request request) {
    return new Held(checks, trainings, Folding.add(requests, request));
  }
}
