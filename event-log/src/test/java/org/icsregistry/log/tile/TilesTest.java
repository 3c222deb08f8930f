package org.icsregistry.log.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.icsregistry.log.Hostile;
import org.icsregistry.log.tree.ConsistencyProof;
import org.icsregistry.log.tree.Frontier;
import org.icsregistry.log.tree.InclusionProof;
import org.icsregistry.log.tree.TreeHash;
import org.junit.jupiter.api.Test;

class TilesTest {
  private static final int SIZE = 70_000;
  private static final List<byte[]> LEAVES = leaves(new Random(41));
  private static final Map<HashTilePath, byte[]> TILES = allTiles();

  @Test
  void tileHashes_giveTheRootAndTheProofs_ofEverySize() {
    Random random = new Random(42);
    for (int size : new int[] {1, 2, 255, 256, 257, 65_535, 65_536, 65_537, SIZE}) {
      byte[] root = Frontier.empty().plus(LEAVES.subList(0, size)).root();
      assertThat(TreeHash.root(size, hashes(size))).isEqualTo(root);
      int index = random.nextInt(size);
      InclusionProof.create(index, size, hashes(size)).verify(LEAVES.get(index), root);
      int earlier = random.nextInt(size + 1);
      byte[] earlierRoot = Frontier.empty().plus(LEAVES.subList(0, earlier)).root();
      ConsistencyProof.create(earlier, size, hashes(size)).verify(earlierRoot, root);
    }
  }

  @Test
  void root_ofAFullTile_isAHashOfTheTileAbove() {
    HashTile below = tile(new HashTilePath(0, 5, 256));
    HashTile above = tile(new HashTilePath(1, 0, 256));
    assertThat(below.root()).isEqualTo(above.hash(5));
    assertThatThrownBy(() -> HashTile.of(LEAVES.subList(0, 255)).root())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tileHashes_name_aTileOfAnotherLength_andASubtreeOutsideTheTree() {
    TileHashes shorter = new TileHashes(300, path -> new byte[32]);
    assertThatThrownBy(() -> shorter.subtree(0, 3))
        .isInstanceOf(TileException.WrongTileLength.class);
    assertThatThrownBy(() -> hashes(300).subtree(8, 1)).isInstanceOf(TileException.NotInTree.class);
    assertThatThrownBy(() -> hashes(300).subtree(6, 4)).isInstanceOf(TileException.NotInTree.class);
  }

  @Test
  void hashTile_rejects_whatIsNotATile() {
    assertThatThrownBy(() -> HashTile.of(List.of()))
        .isInstanceOf(TileException.WrongEntryCount.class);
    assertThatThrownBy(() -> HashTile.of(LEAVES.subList(0, 257)))
        .isInstanceOf(TileException.WrongEntryCount.class);
    assertThatThrownBy(() -> HashTile.of(List.of(new byte[31])))
        .isInstanceOf(TileException.WrongTileLength.class);
  }

  @Test
  void bundle_isReadAsItWasWritten() {
    Random random = new Random(43);
    for (int width : new int[] {1, 2, 255, 256}) {
      List<byte[]> entries = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        entries.add(new byte[i == 1 ? EntryBundle.MOST_ENTRY_BYTES : random.nextInt(300)]);
      }
      EntryBundle bundle = new EntryBundle(entries);
      EntryBundle read = EntryBundle.parse(new EntryBundlePath(0, width), bundle.bytes());
      assertThat(read.entries()).usingRecursiveComparison().isEqualTo(entries);
      assertThat(read.leafHashes()).hasSize(width);
    }
  }

  @Test
  void bundle_names_eachDefect() {
    byte[] good = new EntryBundle(List.of(new byte[3], new byte[5])).bytes();
    assertThatThrownBy(() -> parse(3, good)).isInstanceOf(TileException.TruncatedBundle.class);
    assertThatThrownBy(() -> parse(1, good)).isInstanceOf(TileException.TrailingBytes.class);
    assertThatThrownBy(() -> parse(1, new byte[1]))
        .isInstanceOf(TileException.TruncatedBundle.class);
    assertThatThrownBy(() -> parse(1, new byte[] {(byte) 0xff, (byte) 0xff, 0}))
        .isInstanceOf(TileException.TruncatedBundle.class);
    assertThatThrownBy(() -> new EntryBundle(List.of()))
        .isInstanceOf(TileException.WrongEntryCount.class);
    assertThatThrownBy(() -> new EntryBundle(List.of(new byte[0x10000])))
        .isInstanceOf(TileException.EntryTooLong.class);
  }

  @Test
  void bundle_letsNothingButNamedExceptionsOut() {
    byte[] good = new EntryBundle(List.of(new byte[3], new byte[0], new byte[300])).bytes();
    Hostile.onlyNamedExceptions(
        6, List.of(good), bytes -> assertThat(parse(3, bytes).bytes()).isEqualTo(bytes));
  }

  private static EntryBundle parse(int width, byte[] bytes) {
    return EntryBundle.parse(new EntryBundlePath(0, width), bytes);
  }

  private static TileHashes hashes(long size) {
    // A tile that is only there wider is cut, as a log does that has deleted its partial tiles.
    return new TileHashes(size, path -> Arrays.copyOf(widest(path), path.width() * 32));
  }

  private static HashTile tile(HashTilePath path) {
    return HashTile.parse(path, widest(path));
  }

  private static byte[] widest(HashTilePath path) {
    return TILES.entrySet().stream()
        .filter(
            tile -> tile.getKey().level() == path.level() && tile.getKey().index() == path.index())
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Map<HashTilePath, byte[]> allTiles() {
    Map<HashTilePath, byte[]> tiles = new HashMap<>();
    List<byte[]> level = LEAVES;
    for (int number = 0; !level.isEmpty(); number++) {
      List<byte[]> above = new ArrayList<>();
      for (int from = 0; from < level.size(); from += 256) {
        HashTile tile = HashTile.of(level.subList(from, Math.min(level.size(), from + 256)));
        tiles.put(new HashTilePath(number, from / 256, tile.width()), tile.bytes());
        if (tile.width() == 256) {
          above.add(tile.root());
        }
      }
      level = above;
    }
    assertThat(tiles.keySet())
        .containsExactlyInAnyOrderElementsOf(HashTilePath.added(0, SIZE).toList());
    return tiles;
  }

  private static List<byte[]> leaves(Random random) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      byte[] leaf = new byte[32];
      random.nextBytes(leaf);
      leaves.add(leaf);
    }
    return leaves;
  }
}
