package org.icsregistry.registry.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.log.tile.EntryBundlePath;
import org.icsregistry.log.tile.HashTilePath;
import org.icsregistry.log.tile.TileException;
import org.icsregistry.log.tile.TilePath;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log as C2SP tlog-tiles: checkpoint, tiles, entries; and proof files. All but the entries is
 * open to everybody.
 */
@RestController
@Tag(name = "Log", description = "Checkpoints, tiles and proofs (C2SP tlog-tiles, tlog-proof)")
class LogApi {

  private static final String PREFIX = "/log/";
  private static final MediaType NOTE = MediaType.parseMediaType("text/plain;charset=utf-8");

  private final Published published;
  private final TileRoots tiles;
  private final Entries entries;
  private final ProofFiles proofs;
  private final TrustPolicy policy;
  private final LogStatus status;

  LogApi(
      Published published,
      TileRoots tiles,
      Entries entries,
      ProofFiles proofs,
      TrustPolicy policy,
      LogStatus status) {
    this.published = published;
    this.tiles = tiles;
    this.entries = entries;
    this.proofs = proofs;
    this.policy = policy;
    this.status = status;
  }

  @Operation(
      summary = "The newest checkpoint that the policy accepts",
      description =
          """
          With witnesses in the policy: the newest with enough cosignatures; without, the newest that is signed. \
          Last-Modified says since when it stands.
          """)
  @ApiResponse(responseCode = "200", description = "A signed note (C2SP tlog-checkpoint)")
  @ApiResponse(responseCode = "404", description = "There is no such checkpoint yet")
  @GetMapping("/log/checkpoint")
  ResponseEntity<byte[]> checkpoint() {
    return note(published.accepted().orElseThrow(LogApi::nothingYet));
  }

  @Operation(
      summary = "The newest signed checkpoint",
      description = "Perhaps not yet cosigned; with the cosignatures it has so far.")
  @ApiResponse(responseCode = "200", description = "A signed note (C2SP tlog-checkpoint)")
  @ApiResponse(responseCode = "404", description = "There is no checkpoint yet")
  @GetMapping("/log/checkpoint/signed")
  ResponseEntity<byte[]> signedCheckpoint() {
    return note(signed());
  }

  private static ResponseEntity<byte[]> note(Published.Note note) {
    return ResponseEntity.ok()
        .contentType(NOTE)
        .cacheControl(CacheControl.noCache())
        .lastModified(note.since())
        .body(note.signed().bytes());
  }

  @Operation(
      summary = "Whom to trust",
      description = "The tlog-policy: the keys of the log, its witnesses, and how many are enough.")
  @GetMapping("/log/policy")
  ResponseEntity<byte[]> policy() {
    return ResponseEntity.ok()
        .contentType(NOTE)
        .cacheControl(CacheControl.noCache())
        .body(policy.file());
  }

  @Operation(summary = "How far the log is signed and cosigned, and how the witnesses are")
  @GetMapping("/log/status")
  ResponseEntity<LogStatus.View> status() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(status.view());
  }

  @Operation(
      summary = "A tile of hashes, or of entries",
      description = "Entries are for those who oversee the log; hashes are for everybody.")
  @ApiResponse(responseCode = "200", description = "The tile (C2SP tlog-tiles)")
  @ApiResponse(responseCode = "403", description = "Entries, to a caller who may not see them")
  @ApiResponse(responseCode = "404", description = "There is no such tile yet, or none at all")
  @GetMapping("/log/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    var path = path(request.getRequestURI().substring(PREFIX.length()));
    long size = signed().size();
    return switch (path) {
      case HashTilePath hashes -> {
        inTree(
            hashes.width(),
            () -> HashTilePath.inTree(hashes.level(), hashes.index(), size).width());
        yield tile(tiles.tile(hashes), cache(hashes).cachePublic());
      }
      case EntryBundlePath bundle -> {
        inTree(bundle.width(), () -> EntryBundlePath.inTree(bundle.index(), size).width());
        yield tile(entries.bundle(bundle), cache(bundle).cachePrivate());
      }
    };
  }

  @Operation(
      summary = "Proof that an entry is in the log",
      description =
          """
          A tlog-proof file, checkable without network: inclusion path and checkpoint, cosigned if a cosigned one \
          covers the entry already.
          """)
  @GetMapping("/log/proof/{index}")
  ResponseEntity<byte[]> proof(@PathVariable long index) {
    var proof =
        proofs
            .of(index)
            .orElseThrow(() ->
                notThere("a log index below the signed size, " + signed().size(), "another one"));
    return ResponseEntity.ok()
        .contentType(NOTE)
        .header("Content-Disposition", "attachment; filename=\"" + index + ".tlog-proof\"")
        .cacheControl(CacheControl.noCache())
        .body(proof.bytes());
  }

  private Published.Note signed() {
    return published.signed().orElseThrow(LogApi::nothingYet);
  }

  private static Refusal nothingYet() {
    return new Refusal(
        ProblemCode.NOT_FOUND,
        "a log with a checkpoint that its policy accepts",
        "none yet",
        "look at GET /log/status: the log is empty, or its witnesses have not cosigned yet");
  }

  /** A partial tile gives way to wider ones soon; a full one never changes. */
  private static CacheControl cache(TilePath path) {
    return path.width() == TilePath.FULL_WIDTH
        ? CacheControl.maxAge(Duration.ofDays(365)).immutable()
        : CacheControl.maxAge(Duration.ofMinutes(1));
  }

  private static TilePath path(String text) {
    try {
      return TilePath.parse(text);
    } catch (TileException e) {
      throw notThere("the path of a tile as in C2SP tlog-tiles", "another path");
    }
  }

  private static void inTree(int width, java.util.function.IntSupplier available) {
    try {
      if (width <= available.getAsInt()) {
        return;
      }
    } catch (TileException e) {
      throw notThere("a tile within the newest checkpoint", "one beyond it");
    }
    throw notThere("a tile as wide as the newest checkpoint allows", "a wider one");
  }

  private static ResponseEntity<byte[]> tile(byte[] bytes, CacheControl cache) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(cache)
        .body(bytes);
  }

  private static Refusal notThere(String expected, String received) {
    return new Refusal(
        ProblemCode.NOT_FOUND,
        expected,
        received,
        "look at GET /log/checkpoint for what is signed now");
  }
}
