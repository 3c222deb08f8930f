package org.icsregistry.projection.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.OptionalLong;
import org.icsregistry.kit.access.Access;
import org.icsregistry.kit.access.Bond;
import org.icsregistry.kit.access.Right;
import org.icsregistry.kit.security.Caller;
import org.icsregistry.projection.rebuild.Version.State;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far each projection has come. */
@RestController
@Tag(name = "Status", description = "How far the read models have come")
class StatusApi {

  @Schema(description = "The log and what is made of it")
  record Status(
      @Schema(description = "Entries in the log; absent while the broker does not answer")
          @Nullable Long logSize,
      List<ProjectionStatus> projections) {}

  @Schema(description = "A projection that serves")
  record ProjectionStatus(
      @Schema(example = "passport") String projection,
      @Schema(description = "Number of the tables that serve", example = "1") int version,
      @Schema(description = "First log index that is not in it yet", example = "4712")
          long nextIndex,
      @Schema(
              description = "Entries of the log that it does not hold yet; absent while unknown",
              example = "0")
          @Nullable Long lag,
      @Schema(
              description =
                  "Digest of its rows: equal contents at an equal index give equal digests; for"
                      + " operators and whoever reads the whole log, and absent for others",
              example = "9c0f0b5e6d1f4c8ab2e97f3f3c3a4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e")
          @Nullable String digest) {}

  /**
   * The digest is a sum over rows, and whoever knows the ids in a row can guess the row: by two
   * digests, one from before an entry and one from after it, a guess could be confirmed.
   */
  private static final List<Right> DIGESTS = List.of(Right.OPERATE, Right.OVERSEE, Right.SEE_LOG);

  private final Versions versions;
  private final LogSize log;

  StatusApi(Versions versions, LogSize log) {
    this.versions = versions;
    this.log = log;
  }

  @GetMapping(path = "/v1/status", produces = "application/json")
  @Operation(
      summary = "How far each projection has come",
      description =
          "For everybody who is signed in; digests for operators and whoever reads the whole log.")
  @ApiResponse(responseCode = "200", description = "One entry per projection")
  Status status(Caller caller) {
    boolean digests = DIGESTS.stream().anyMatch(right -> Access.allows(caller, right, Bond.NONE));
    // The log's size first: a projection that moves on meanwhile must not look ahead of it.
    var size = log.size();
    return new Status(
        size.isPresent() ? size.getAsLong() : null,
        versions.current().stream()
            .filter(v -> v.state() == State.SERVING)
            .map(v -> status(v, size, digests))
            .toList());
  }

  private static ProjectionStatus status(Version v, OptionalLong size, boolean digests) {
    return new ProjectionStatus(
        v.projection(),
        v.version(),
        v.nextIndex(),
        size.isPresent() ? Math.max(0, size.getAsLong() - v.nextIndex()) : null,
        digests ? v.digest().toString() : null);
  }
}
