package org.icsregistry.contracts.passport;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.icsregistry.contracts.message.CheckEvent;
import org.icsregistry.contracts.message.CheckEvent.CheckRecorded;
import org.icsregistry.contracts.message.CheckEvent.CheckRejected;
import org.icsregistry.contracts.message.CheckEvent.CheckRequested;
import org.icsregistry.contracts.message.CheckEvent.CheckWithdrawn;
import org.icsregistry.contracts.message.CheckEvent.StatusCheckNoted;
import org.icsregistry.contracts.message.MergeEvent.CheckCarriedOver;
import org.icsregistry.contracts.message.MergeEvent.TrainingCarriedOver;
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
 * @param carried under which other id of the person an item was recorded, by item id
 */
public record Held(
    Map<String, Check> checks,
    Map<String, Training> trainings,
    List<Request> requests,
    Map<String, String> carried) {

  static final Held NOTHING = new Held(Map.of(), Map.of(), List.of(), Map.of());

  Held only(String itemId) {
    return new Held(only(checks, itemId), only(trainings, itemId), requests, carried);
  }

  private static <T> Map<String, T> only(Map<String, T> items, String itemId) {
    var item = items.get(itemId);
    return item == null ? Map.of() : Map.of(itemId, item);
  }

  Held evolve(CheckEvent event) {
    return switch (event) {
      case CheckRequested e -> plus(new Request(e.partner(), e.roleId(), e.check().name()));
      case CheckRecorded e ->
          new Held(
              Folding.put(checks, e.checkId(), Check.of(e)),
              trainings,
              Request.answered(requests, e.issuer(), e.check().name()),
              carried);
      case StatusCheckNoted e -> with(e.checkId(), c -> c.noted(e));
      case CheckWithdrawn e -> with(e.checkId(), c -> c.withdrawn(e.reason()));
      case CheckRejected e -> with(e.checkId(), c -> c.rejected(e.partner()));
    };
  }

  Held evolve(TrainingEvent event) {
    return switch (event) {
      case TrainingAssigned e -> plus(new Request(e.partner(), e.roleId(), e.training()));
      case TrainingRecorded e ->
          new Held(
              checks,
              Folding.put(trainings, e.trainingId(), Training.of(e)),
              Request.answered(requests, e.issuer(), e.training()),
              carried);
      case TrainingWithdrawn e ->
          new Held(
              checks,
              Folding.replace(trainings, e.trainingId(), t -> t.withdrawn(e.reason())),
              requests,
              carried);
    };
  }

  /** Nobody waits for what an organisation without a relationship was asked for. */
  Held withoutRequestsTo(String partner) {
    return new Held(
        checks,
        trainings,
        requests.stream().filter(r -> !r.partner().equals(partner)).toList(),
        carried);
  }

  private Held with(String checkId, UnaryOperator<Check> change) {
    return new Held(Folding.replace(checks, checkId, change), trainings, requests, carried);
  }

  private Held plus(Request request) {
    return new Held(checks, trainings, Folding.add(requests, request), carried);
  }

  Held carried(CheckCarriedOver e) {
    return new Held(
        Folding.put(checks, e.checkId(), Check.of(e)),
        trainings,
        requests,
        Folding.put(carried, e.checkId(), e.from()));
  }

  Held carried(TrainingCarriedOver e) {
    return new Held(
        checks,
        Folding.put(trainings, e.trainingId(), Training.of(e)),
        requests,
        Folding.put(carried, e.trainingId(), e.from()));
  }

  /** Without what came from another id of the person. */
  Held without(String from) {
    var left = this;
    for (var item : carried.entrySet()) {
      if (item.getValue().equals(from)) {
        left =
            new Held(
                Folding.remove(left.checks, item.getKey()),
                Folding.remove(left.trainings, item.getKey()),
                requests,
                Folding.remove(left.carried, item.getKey()));
      }
    }
    return left;
  }
}
