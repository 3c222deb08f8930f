package org.icsregistry.registry.command;

import static org.icsregistry.contracts.problem.ProblemCode.ITEM_ALREADY_WITHDRAWN;
import static org.icsregistry.contracts.problem.ProblemCode.ITEM_UNKNOWN;

import org.icsregistry.contracts.code.WithdrawalReason;
import org.icsregistry.contracts.passport.Person;
import org.icsregistry.contracts.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A check or training record that somebody holds, for rules that do not tell the two apart. */
public record HeldItem(String itemId, String issuer, @Nullable WithdrawalReason withdrawnFor) {

  /**
   * @throws Refusal when the person does not hold it, or its issuer has withdrawn it
   */
  public static HeldItem inForce(Person person, String itemId) {
    var item = find(person, itemId);
    if (item == null) {
      throw unknown(itemId);
    }
    if (item.withdrawnFor() != null) {
      throw new Refusal(
          ITEM_ALREADY_WITHDRAWN,
          "an item in force",
          itemId + ", which " + item.issuer() + " withdrew: " + item.withdrawnFor(),
          "leave it out or reject it, and ask for a new one");
    }
    return item;
  }

  /** The refusal of an item that the person does not hold. */
  public static Refusal unknown(String itemId) {
    return new Refusal(
        ITEM_UNKNOWN,
        "the id of an item that the person holds",
        itemId + ", which the person does not hold",
        "correct the item id or the subject");
  }

  private static @Nullable HeldItem find(Person person, String itemId) {
    var check = person.checks().get(itemId);
    if (check != null) {
      return new HeldItem(itemId, check.issuer(), check.withdrawnFor());
    }
    var training = person.trainings().get(itemId);
    return training == null
        ? null
        : new HeldItem(itemId, training.issuer(), training.withdrawnFor());
  }
}
