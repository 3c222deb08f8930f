package org.icsregistry.projection.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.icsregistry.projection.rebuild.Version.State;
import org.jspecify.annotations.Nullable;

/** How a rebuild stands. */
@Schema(description = "The last rebuild of a projection")
record RebuildView(
    @Schema(example = "passport") String projection,
    Stage stage,
    @Schema(description = "The version that is being filled, or was filled last", example = "2")
        int version,
    @Schema(description = "First log index that is not in it yet", example = "68000")
        long nextIndex,
    @Schema(
            description = "First log index that is not in the version that serves yet",
            example = "100000")
        long target,
    @Schema(description = "How far it has come, 0 to 100", example = "68") int percent,
    Instant startedAt,
    @Schema(description = "When it began to serve") @Nullable Instant servedAt,
    @Schema(description = "Digest of its rows") String digest,
    @Schema(
            description =
                "Whether its digest was that of the version it replaced; absent when the two were"
                    + " not at the same log index in that moment")
        @Nullable Boolean matched) {

  /** NONE: the first version still serves. */
  enum Stage {
    NONE,
    RUNNING,
    DONE
  }

  static RebuildView of(Version newest, Version serving) {
    long target = Math.max(serving.nextIndex(), newest.nextIndex());
    return new RebuildView(
        newest.projection(),
        stage(newest),
        newest.version(),
        newest.nextIndex(),
        target,
        target == 0 ? 100 : (int) (100 * newest.nextIndex() / target),
        newest.openedAt(),
        newest.servedAt(),
        newest.digest().toString(),
        newest.matched());
  }

  private static Stage stage(Version newest) {
    if (newest.state() == State.BUILDING) {
      return Stage.RUNNING;
    }
    return newest.version() == 1 ? Stage.NONE : Stage.DONE;
  }
}
