package org.icsregistry.log.tile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.icsregistry.log.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
  @ParameterizedTest
  @CsvSource({
    "tile/0/000, 0, 0, 256",
    "tile/0/000.p/1, 0, 0, 1",
    "tile/63/999.p/255, 63, 999, 255",
    "tile/1/x001/000, 1, 1000, 256",
    "tile/2/x001/x234/067.p/8, 2, 1234067, 8",
    "tile/0/x009/x223/x372/x036/x854/x775/807, 0, 9223372036854775807, 256",
  })
  void parse_readsAHashTile_andTextWritesItAgain(String text, int level, long index, int width) {
    assertThat(TilePath.parse(text)).isEqualTo(new HashTilePath(level, index, width));
    assertThat(new HashTilePath(level, index, width).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"tile/entries/000, 0, 256", "tile/entries/x001/x234/067.p/8, 1234067, 8"})
  void parse_readsABundle_andTextWritesItAgain(String text, long index, int width) {
    assertThat(TilePath.parse(text)).isEqualTo(new EntryBundlePath(index, width));
    assertThat(new EntryBundlePath(index, width).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "/tile/0/000",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/0000",
        "tile/00/000",
        "tile/01/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/x/000",
        "tile/0/x000/001",
        "tile/0/001/000",
        "tile/0/x001/x000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/000/",
        "tile/0/000.p/1/",
        "tile/0/000.p/-1",
        "tile/0/x009/x223/x372/x036/x854/x775/808",
        "tile/entries",
        "tile/entries/x000/000",
        "tile/entries/x036/x028/x797/x018/x963/967",
        "tile/entry/000",
        "tile/0/000\n",
        "tile/0/00\u0661",
        "checkpoint",
        "tile/0/../000",
        "tile/0/x001/x001/x001/x001/x001/x001/x001/001"
      })
  void parse_rejects_everythingElse(String text) {
    assertThatThrownBy(() -> TilePath.parse(text)).isInstanceOf(TileException.MalformedPath.class);
  }

  @Test
  void parse_readsWhatTextWrote_forRandomPaths() {
    Random random = new Random(31);
    for (int round = 0; round < 2_000; round++) {
      long index = random.nextLong(1L << (1 + random.nextInt(62)));
      TilePath path = new HashTilePath(random.nextInt(64), index, 1 + random.nextInt(256));
      assertThat(TilePath.parse(path.text())).isEqualTo(path);
    }
  }

  @Test
  void added_listsTheTilesOfTheExamplesInTheSpecification() {
    List<HashTilePath> tiles = HashTilePath.added(0, 70_000).toList();
    assertThat(tiles.stream().collect(groupingBy(HashTilePath::level, counting())))
        .containsOnlyKeys(0, 1, 2);
    assertThat(tiles.stream().filter(tile -> tile.level() == 0 && tile.width() == 256))
        .hasSize(273);
    assertThat(tiles)
        .contains(
            new HashTilePath(0, 273, 112),
            new HashTilePath(1, 0, 256),
            new HashTilePath(1, 1, 17),
            new HashTilePath(2, 0, 1))
        .hasSize(277);
    assertThat(HashTilePath.added(0, 256))
        .containsExactly(new HashTilePath(0, 0, 256), new HashTilePath(1, 0, 1));
    assertThat(EntryBundlePath.added(0, 257))
        .containsExactly(new EntryBundlePath(0, 256), new EntryBundlePath(1, 1));
  }

  @Test
  void added_listsOnlyWhatIsNew() {
    assertThat(HashTilePath.added(0, 0)).isEmpty();
    assertThat(HashTilePath.added(256, 256)).isEmpty();
    assertThat(HashTilePath.added(256, 257)).containsExactly(new HashTilePath(0, 1, 1));
    assertThat(HashTilePath.added(250, 300))
        .containsExactly(
            new HashTilePath(0, 0, 256), new HashTilePath(0, 1, 44), new HashTilePath(1, 0, 1));
    assertThat(EntryBundlePath.added(300, 300)).isEmpty();
    assertThat(EntryBundlePath.added(300, 301)).containsExactly(new EntryBundlePath(1, 45));
  }

  @Test
  void inTree_rejects_whatTheTreeDoesNotHave() {
    assertThat(HashTilePath.inTree(0, 1, 257).width()).isEqualTo(1);
    for (long index : new long[] {1, 2, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> HashTilePath.inTree(0, index, 256))
          .isInstanceOf(TileException.NotInTree.class);
    }
    assertThatThrownBy(() -> HashTilePath.inTree(0, 0, 0))
        .isInstanceOf(TileException.NotInTree.class);
    assertThatThrownBy(() -> HashTilePath.inTree(8, 0, Long.MAX_VALUE))
        .isInstanceOf(TileException.NotInTree.class);
    assertThatThrownBy(() -> EntryBundlePath.inTree(3, 700))
        .isInstanceOf(TileException.NotInTree.class);
    assertThatThrownBy(() -> HashTilePath.inTree(-1, 0, 9))
        .isInstanceOf(TileException.MalformedPath.class);
  }

  @Test
  void parse_letsNothingButNamedExceptionsOut() {
    List<byte[]> good =
        List.of(
            "tile/2/x001/x234/067.p/8".getBytes(UTF_8), "tile/entries/x001/000".getBytes(UTF_8));
    Hostile.onlyNamedExceptions(
        5,
        good,
        bytes -> {
          String text = new String(bytes, UTF_8);
          assertThat(TilePath.parse(text).text()).isEqualTo(text);
        });
  }
}
