package org.icsregistry.projection.history;

import static org.icsregistry.projection.audit.AuditQuery.Order.ASC;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.audit.AuditPage;
import org.icsregistry.projection.audit.AuditQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail for systems. */
@RestController
@Tag(name = "Audit trail", description = "Who recorded what about whom and when")
class AuditApi {

  private final HistoryReader history;

  AuditApi(HistoryReader history) {
    this.history = history;
  }

  @GetMapping(path = "/v1/audit", produces = "application/json")
  @Operation(
      summary = "Entries of the log",
      description =
          """
          The log itself, narrowed by what you ask for: organisations and pseudonyms, personal data \
          only as ciphertext. Auditors and leads see all of it. A partner sees what it recorded \
          itself, everything about organisations and roles, and everything about a person who \
          shares details with it. The leaf hash of an entry is that of the Merkle tree, so an entry \
          can be checked against a checkpoint.
          """)
  @ApiResponse(responseCode = "200", description = "Up to `limit` entries")
  AuditPage audit(
      Caller caller,
      @Parameter(
              description = "Only about this person, partner or role",
              example = "019384c2-7d0e-7c1a-9f55-3fb2a7c00001")
          @RequestParam(required = false)
          @Nullable String subject,
      @Parameter(description = "Only recorded by this organisation", example = "RBV")
          @RequestParam(required = false)
          @Nullable String org,
      @Parameter(description = "Only of this type and version", example = "CheckRecorded.v1")
          @RequestParam(required = false)
          @Nullable String type,
      @Parameter(
              description = "Go on behind this log index; take `next` of the last answer",
              example = "4760")
          @RequestParam(required = false)
          @Nullable String after,
      @Parameter(description = "Most entries in the answer, 1 to 500; 50 if absent", example = "50")
          @RequestParam(required = false)
          @Nullable String limit,
      @Parameter(
              description = "`asc` for oldest first (if absent), `desc` for newest first",
              example = "desc")
          @RequestParam(required = false)
          @Nullable String order) {
    return history.page(caller, AuditQuery.of(subject, org, type, after, limit, order, ASC));
  }
}
