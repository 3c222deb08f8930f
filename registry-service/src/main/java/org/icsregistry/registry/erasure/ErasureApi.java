package org.icsregistry.registry.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts for people who were forgotten. */
@RestController
@Tag(name = "Erasures", description = "What was forgotten, and the proof of it")
class ErasureApi {

  private final Receipts receipts;

  ErasureApi(Receipts receipts) {
    this.receipts = receipts;
  }

  @Operation(
      summary = "The receipt for a person's erasure",
      description =
          """
          Each decision with its event, the proof that it is in the log, and the number of keys destroyed; which partners \
          have acknowledged it and which have not. `entry` (Base64) and `proof` are what `bin/audit check` takes. \
          Pseudonymous: for the partners that are asked, and for auditors and operators.
          """)
  @GetMapping("/v1/erasures/{subject}")
  ResponseEntity<Receipt> receipt(@PathVariable String subject, Caller caller) {
    var receipt = receipts.of(subject).filter(found -> sees(caller, found));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(
            receipt.orElseThrow(() ->
                new Refusal(
                    ProblemCode.NOT_FOUND,
                    "the id of a person of whom something was erased, and whom your organisation knew",
                    "another id",
                    "check the id")));
  }

  /** Whoever oversees the log or runs the services, and the partners that are asked. */
  private static boolean sees(Caller caller, Receipt receipt) {
    return Access.allows(caller, Right.SEE_LOG, Bond.NONE)
        || Access.allows(caller, Right.OPERATE, Bond.NONE)
        || (Access.allows(caller, Right.SEE_OWN_ENTRIES, Bond.OWN)
            && receipt.concerns(caller.organisation()));
  }
}
