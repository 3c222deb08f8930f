package org.icsregistry.registry.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
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
          Pseudonymous: for partners, auditors and operators.
          """)
  @GetMapping("/v1/erasures/{subject}")
  ResponseEntity<Receipt> receipt(@PathVariable String subject, Caller caller) {
    if (!caller.hasAny("partner", "coordinator", "auditor", "operator", "engine", "reader")) {
      throw new Refusal(
          ProblemCode.NOT_ALLOWED,
          "a partner, a coordinator, an auditor or an operator",
          "a token with other roles",
          "ask somebody with one of these roles");
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(
            receipts
                .of(subject)
                .orElseThrow(() ->
                    new Refusal(
                        ProblemCode.NOT_FOUND,
                        "the id of a person of whom something was erased",
                        "another id",
                        "check the id; the log has no erasure under it")));
  }
}
