package org.icsregistry.registry.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.icsregistry.log.proof.TlogProof;
import org.icsregistry.log.tile.EntryBundlePath;
import org.icsregistry.log.tile.HashTilePath;
import org.icsregistry.log.tile.TileException;
import org.icsregistry.log.tile.TileHashes;
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

  private final Checkpoints checkpoints;
  private final TileRoots tiles;
  private final Entries entries;

  LogApi(Checkpoints checkpoints, TileRoots tiles, Entries entries) {
    this.checkpoints = checkpoints;
    this.tiles = tiles;
    this.entries = entries;
  }

  @Operation(summary = "The newest signed checkpoint")
  @GetMapping("/log/checkpoint")
  ResponseEntity<byte[]> checkpoint() {
    return ResponseEntity.ok()
        .contentType(NOTE)
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic())
        .body(latest().signed().bytes());
  }

  @Operation(
      summary = "A tile of hashes, or of entries",
      description = "Entries need a token; hashes do not.")
  @GetMapping("/log/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    var path = path(request.getRequestURI().substring(PREFIX.length()));
    long size = latest().size();
    return switch (path) {
      case HashTilePath hashes -> {
        inTree(
            hashes.width(),
            () -> HashTilePath.inTree(hashes.level(), hashes.index(), size).width());
        yield immutable(
            tiles.tile(hashes),
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
      }
      case EntryBundlePath bundle -> {
        inTree(bundle.width(), () -> EntryBundlePath.inTree(bundle.index(), size).width());
        yield immutable(
            entries.bundle(bundle),
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
      }
    };
  }

  @Operation(
      summary = "Proof that an entry is in the log",
      description =
          "A tlog-proof file: inclusion path and signed checkpoint, checkable without network.")
  @GetMapping("/log/proof/{index}")
  ResponseEntity<byte[]> proof(@PathVariable long index) {
    var latest = latest();
    if (index < 0 || index >= latest.size()) {
      throw notThere("a log index below the signed size, " + latest.size(), "another one");
    }
    var hashes = new TileHashes(latest.size(), tiles::tile);
    var proof = TlogProof.create(index, latest.signed(), hashes);
    return ResponseEntity.ok()
        .contentType(NOTE)
        .header("Content-Disposition", "attachment; filename=\"" + index + ".tlog-proof\"")
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic())
        .body(proof.bytes());
  }

  private Checkpoints.Latest latest() {
    return checkpoints
        .latest()
        .orElseThrow(() -> notThere("a log with at least one event", "an empty log"));
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

  private static ResponseEntity<byte[]> immutable(byte[] bytes, CacheControl cache) {
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
