package org.icsregistry.projection.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.icsregistry.contracts.envelope.EventCodec;
import org.icsregistry.contracts.envelope.Json;
import org.icsregistry.contracts.envelope.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log.
 *
 * @param event the event's JSON, character by character as it was appended and hashed
 */
@Schema(description = "One entry of the log")
public record AuditEntry(
    @Schema(description = "Place in the log, counted from 0 without holes", example = "4711")
        long logIndex,
    @Schema(description = "The event's own id", example = "019384c2-7d0e-7c1a-9f55-0242ac120002")
        String id,
    @Schema(description = "Type and version", example = "CheckRecorded.v1") String type,
    @Schema(description = "Organisation whose command it follows from", example = "RBV") String org,
    @Schema(
            description = "Who acted within the organisation, as its own pseudonym",
            example = "u-1042")
        @Nullable String actor,
    @Schema(
            description = "Whom or what it is about: a person's id, an organisation's code, a role",
            example = "019384c2-7d0e-7c1a-9f55-3fb2a7c00001")
        String subject,
    @Schema(description = "The log's own clock (UTC)", example = "2026-11-22T09:15:04.123456Z")
        Instant recordedAt,
    @Schema(
            description = "RFC 6962 leaf hash: SHA-256 of 00 and the event's bytes, hexadecimal",
            example = "c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2")
        String leafHash,
    @Schema(
            description = "The event as it stands in the log; personal data stays ciphertext",
            implementation = Object.class)
        @JsonRawValue
        String event) {

  /** The event as it was recorded. */
  public RecordedEvent decoded() {
    return EventCodec.decode(event.getBytes(UTF_8));
  }

  static AuditEntry of(
      long logIndex,
      String type,
      String org,
      @Nullable String actor,
      String subject,
      Instant recordedAt,
      String leafHash,
      byte[] event) {
    var id = Json.MAPPER.readTree(event).required("id").stringValue();
    return new AuditEntry(
        logIndex, id, type, org, actor, subject, recordedAt, leafHash, new String(event, UTF_8));
  }
}
