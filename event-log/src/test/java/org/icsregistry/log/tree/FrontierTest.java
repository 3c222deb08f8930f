package org.icsregistry.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontierTest {
  @Test
  void root_isThePublishedOne_forEachSizeOfTheReferenceTree() {
    Frontier frontier = Frontier.empty();
    assertThat(frontier.root()).asHexString().isEqualToIgnoringCase(ReferenceTree.ROOTS.getFirst());
    for (byte[] entry : ReferenceTree.ENTRIES) {
      frontier = frontier.plus(List.of(Rfc6962.leafHash(entry)));
      assertThat(HexFormat.of().formatHex(frontier.root()))
          .isEqualTo(ReferenceTree.ROOTS.get((int) frontier.size()));
    }
    assertThat(frontier.size()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void root_isTheRecursiveOne_howeverTheAppendsAreSplit(long seed) {
    Random random = new Random(seed);
    List<byte[]> leaves = randomHashes(random, random.nextInt(2_000));
    Frontier frontier = Frontier.empty();
    int done = 0;
    while (done < leaves.size()) {
      int batch = Math.min(random.nextInt(1 + random.nextInt(300)), leaves.size() - done);
      frontier =
          Frontier.of(frontier.size(), frontier.bytes()).plus(leaves.subList(done, done + batch));
      done += batch;
      assertThat(frontier.root()).isEqualTo(ReferenceTree.root(leaves.subList(0, done)));
    }
    assertThat(frontier)
        .isEqualTo(Frontier.empty().plus(leaves))
        .hasSameHashCodeAs(Frontier.empty().plus(leaves));
  }

  @Test
  void root_isTheRecursiveOne_forEverySmallSize() {
    List<byte[]> leaves = randomHashes(new Random(9), 300);
    for (int size = 0; size <= leaves.size(); size++) {
      assertThat(Frontier.empty().plus(leaves.subList(0, size)).root())
          .isEqualTo(ReferenceTree.root(leaves.subList(0, size)));
    }
  }

  @Test
  void plus_leavesTheOriginalAlone() {
    Frontier three = Frontier.empty().plus(randomHashes(new Random(1), 3));
    byte[] before = three.bytes();
    Frontier unused = three.plus(randomHashes(new Random(2), 5));
    assertThat(unused.size()).isEqualTo(8);
    three.bytes()[0] ^= 1;
    assertThat(three.bytes()).isEqualTo(before);
  }

  @Test
  void bytes_holdTheLargestSubtreeFirst() {
    List<byte[]> leaves = randomHashes(new Random(3), 3);
    assertThat(Frontier.empty().plus(leaves).bytes())
        .startsWith(Rfc6962.nodeHash(leaves.get(0), leaves.get(1)))
        .endsWith(leaves.get(2));
  }

  @Test
  void of_rejects_whenTheLengthDoesNotFitTheSize() {
    assertThatThrownBy(() -> Frontier.of(3, new byte[32]))
        .isInstanceOf(MalformedFrontierException.class)
        .hasMessage("The frontier of 3 entries has 64 bytes, not 32");
    assertThatThrownBy(() -> Frontier.of(0, new byte[1]))
        .isInstanceOf(MalformedFrontierException.class);
    assertThatThrownBy(() -> Frontier.of(4, new byte[33]))
        .isInstanceOf(MalformedFrontierException.class);
  }

  @Test
  void of_rejects_whenTheSizeIsNegative() {
    assertThatThrownBy(() -> Frontier.of(-1, new byte[64 * 32]))
        .isInstanceOf(MalformedFrontierException.class);
  }

  @Test
  void plus_rejects_whenALeafHashIsNotAHash() {
    assertThatThrownBy(() -> Frontier.empty().plus(List.of(new byte[31])))
        .isInstanceOf(MalformedFrontierException.class);
  }

  static List<byte[]> randomHashes(Random random, int count) {
    List<byte[]> hashes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      hashes.add(hash);
    }
    return hashes;
  }
}
