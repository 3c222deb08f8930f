package org.icsregistry.contracts.rules;

import static org.icsregistry.contracts.code.CheckCode.DBS;
import static org.icsregistry.contracts.code.CheckCode.IDENTITY;
import static org.icsregistry.contracts.code.ReasonCode.REJECTED_HERE;
import static org.icsregistry.contracts.rules.Given.THEM;
import static org.icsregistry.contracts.rules.Given.US;
import static org.icsregistry.contracts.rules.Given.line;
import static org.icsregistry.contracts.rules.Given.policy;
import static org.icsregistry.contracts.rules.Given.trusting;
import static org.icsregistry.contracts.rules.Given.withStatusCheck;
import static org.icsregistry.contracts.rules.HeldItem.aCheck;
import static org.icsregistry.contracts.rules.Row.repeat;
import static org.icsregistry.contracts.rules.Row.reused;
import static org.icsregistry.contracts.rules.Row.row;

import java.util.stream.Stream;

/** A partner may say of another's very check that it does not rely on it; for itself alone. */
final class RejectionRows {

  private RejectionRows() {}

  static Stream<Row> rows() {
    return Stream.of(
        row(
            "a check that we rejected is repeated",
            line(IDENTITY),
            trusting(),
            repeat(REJECTED_HERE, IDENTITY, THEM),
            aCheck(IDENTITY).theirs().rejectedBy(US)),
        row(
            "a check that others rejected is relied on",
            line(IDENTITY),
            trusting(),
            reused(),
            aCheck(IDENTITY).theirs().rejectedBy("RW3")),
        row(
            "no status check is asked for of a certificate that we rejected",
            line(DBS),
            policy(withStatusCheck("DBS")),
            repeat(REJECTED_HERE, DBS, THEM),
            aCheck(DBS).theirs().rejectedBy(US)));
  }
}
