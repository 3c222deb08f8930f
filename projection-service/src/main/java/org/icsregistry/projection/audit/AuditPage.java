package org.icsregistry.projection.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the audit trail.
 *
 * @param next present while there are more
 */
@Schema(description = "A stretch of the audit trail")
public record AuditPage(
    List<AuditEntry> entries,
    @Schema(
            description =
                "Send it as `after`, with everything else as it was, for the next entries; absent"
                    + " when these are the last",
            example = "4760")
        @Nullable Long next) {

  /** Of one entry more than was asked for, if there are more. */
  static AuditPage of(List<AuditEntry> found, int limit) {
    if (found.size() <= limit) {
      return new AuditPage(found, null);
    }
    var shown = found.subList(0, limit);
    return new AuditPage(shown, shown.getLast().logIndex());
  }
}
