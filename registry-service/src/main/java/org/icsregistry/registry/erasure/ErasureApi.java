package org.icsregistry.registry.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.access.RightRefusal;
import org.icsregistry.kit.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Receipts for people who were forgotten. */
@RestController
@Tag(name = "Erasures", description = "What was forgotten, and the proof of it")
class ErasureApi {

  private final Receipts receipts;
  private final Outstanding outstanding;

  ErasureApi(Receipts receipts, Outstanding outstanding) {
    this.receipts = receipts;
    this.outstanding = outstanding;
  }

  @Operation(
      summary = "People who were forgotten",
      description =
          """
          In the order of the log, with the partners that have not acknowledged; with `outstanding=true` only those of \
          whom some have not. A page can be empty and have a next one. For those who oversee the ICS and for operators.
          """)
  @GetMapping("/v1/erasures")
  Outstanding.Page erasures(
      @Parameter(description = "Leave out what every partner has acknowledged")
          @RequestParam(name = "outstanding", defaultValue = "false")
          boolean only,
      @Parameter(description = "Go on behind this log index") @RequestParam(defaultValue = "-1")
          long after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      Caller caller) {
    if (!Access.allows(caller, Right.OPERATE, Bond.NONE)) {
      Access.require(caller, Right.SEE_LOG, Bond.NONE);
    }
    return outstanding.behind(after, only, limit);
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
                new RightRefusal(
                    Right.SEE_OWN_ENTRIES,
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
