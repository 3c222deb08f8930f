package org.icsregistry.projection.passport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that the log says about one person. */
@Schema(description = "All that the log says about one person (UK GDPR Art. 15 and 20)")
public record EverythingView(
    @Schema(description = "The person's id") String subject,
    @Schema(description = "When this was taken (UTC)") Instant takenAt,
    @Schema(description = "Log index up to which, inclusive, everything is in it") long upTo,
    @Schema(description = "The passport as it stands") PassportView passport,
    @Schema(description = "Every event about the person, oldest first") List<Said> events) {

  /** One event, with what was sealed in it opened. */
  public record Said(
      @Schema(description = "Place in the log") long logIndex,
      @Schema(description = "The event's own id") String id,
      @Schema(description = "Type and version", example = "CheckRecorded.v1") String type,
      @Schema(description = "Organisation whose command it follows from", example = "RBV")
          String org,
      @Schema(description = "Who acted within the organisation, as its pseudonym")
          @Nullable String actor,
      @Schema(description = "The log's own clock (UTC)") Instant recordedAt,
      @Schema(
              description =
                  """
                  The event's data. In place of a sealed value: the value; or {"erased":true}; or {"heldBy":"<organisation>"}, \
                  where only that organisation may hand it out\
                  """)
          JsonNode data) {}
}
