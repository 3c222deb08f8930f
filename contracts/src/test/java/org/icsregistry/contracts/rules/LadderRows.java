package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.ReasonCode.NOT_HELD;
import static org.icsregistry.contracts.rules.Given.noPolicy;
import static org.icsregistry.contracts.rules.Given.training;
import static org.icsregistry.contracts.rules.HeldItem.aTraining;
import static org.icsregistry.contracts.rules.Row.missing;
import static org.icsregistry.contracts.rules.Row.own;
import static org.icsregistry.contracts.rules.Row.row;

import java.util.stream.Stream;

/** Higher satisfies lower within the four training vocabularies, and nothing else does. */
final class LadderRows {

  private LadderRows() {}

  static Stream<Row> rows() {
    return Stream.concat(
        Stream.of(
                pair("CSTF_SGA2", "CSTF_SGA1"),
                pair("CSTF_SGC2", "CSTF_SGC1"),
                pair("CSTF_IPC2", "CSTF_IPC1"),
                pair("CSTF_MH2", "CSTF_MH1"),
                pair("CSTF_PREV_A", "CSTF_PREV_B"),
                pair("CSTF_RES2A", "CSTF_RES1"),
                pair("CSTF_RES2N", "CSTF_RES1"),
                pair("CSTF_RES2P", "CSTF_RES1"),
                pair("OMMT_T2", "OMMT_T1"),
                pair("OMMT_T2", "OMMT_EL"),
                pair("CC_1", "NVC_1"),
                pair("CC_6", "NVC_2"),
                pair("CC_12", "NVC_8"))
            .flatMap(rows -> rows),
        Stream.of(
            unrelated("CC_10", "NVC_4"),
            unrelated("CSTF_SGA2", "CSTF_SGC1"),
            unrelated("CSTF_SGA2", "NVC_4"),
            unrelated("LOCAL_FIRE_2", "LOCAL_FIRE_1"),
            unrelated("LOCAL_INDUCTION", "CSTF_FIRE")));
  }

  private static Stream<Row> pair(String higher, String lower) {
    return Stream.of(
        row(higher + " satisfies " + lower, training(lower), noPolicy(), own(), aTraining(higher)),
        unrelated(lower, higher));
  }

  private static Row unrelated(String held, String asked) {
    return row(
        held + " does not satisfy " + asked,
        training(asked),
        noPolicy(),
        missing(NOT_HELD),
        aTraining(held));
  }
}
