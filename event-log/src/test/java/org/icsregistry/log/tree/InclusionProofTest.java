package org.icsregistry.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
  private static final MemoryTree TREE =
      new MemoryTree(FrontierTest.randomHashes(new Random(11), 70));

  @Test
  void verify_accepts_theProofOfEveryEntryInEverySmallTree() {
    for (int size = 1; size <= 70; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof.create(index, size, TREE)
            .verify(TREE.leafHashes().get(index), TREE.root(size));
      }
    }
  }

  @Test
  void verify_rejects_everySingleChangeOfAProof() {
    Random random = new Random(12);
    for (int size = 2; size <= 70; size++) {
      int index = random.nextInt(size);
      byte[] leaf = TREE.leafHashes().get(index);
      byte[] root = TREE.root(size);
      InclusionProof good = InclusionProof.create(index, size, TREE);
      refuses(new InclusionProof(index, size, flipped(good.path(), random)), leaf, root);
      refuses(new InclusionProof(index, size, without(good.path(), random)), leaf, root);
      refuses(new InclusionProof(index, size, with(good.path(), random)), leaf, root);
      refuses(new InclusionProof((index + 1) % size, size, good.path()), leaf, root);
      refuses(good, TREE.leafHashes().get((index + 1) % size), root);
      refuses(good, leaf, TREE.root(size - 1));
    }
  }

  @Test
  void verify_names_anIndexOutsideTheTree() {
    byte[] hash = new byte[32];
    assertThatThrownBy(() -> new InclusionProof(5, 5, List.of()).verify(hash, hash))
        .isInstanceOf(ProofException.IndexOutsideTree.class)
        .hasMessage("Index 5 is not in a tree of 5 entries: the last one is 4");
    assertThatThrownBy(() -> new InclusionProof(-1, 5, List.of()).verify(hash, hash))
        .isInstanceOf(ProofException.IndexOutsideTree.class);
    assertThatThrownBy(() -> new InclusionProof(0, 0, List.of()).verify(hash, hash))
        .isInstanceOf(ProofException.IndexOutsideTree.class);
    assertThatThrownBy(() -> InclusionProof.create(3, 3, TREE))
        .isInstanceOf(ProofException.IndexOutsideTree.class);
  }

  @Test
  void verify_names_aPathThatIsTooLongOrTooShort() {
    byte[] leaf = TREE.leafHashes().getFirst();
    List<byte[]> path = InclusionProof.create(0, 8, TREE).path();
    assertThatThrownBy(
            () -> new InclusionProof(0, 8, path.subList(0, 2)).verify(leaf, TREE.root(8)))
        .isInstanceOf(ProofException.PathTooShort.class);
    assertThatThrownBy(() -> new InclusionProof(0, 4, path).verify(leaf, TREE.root(8)))
        .isInstanceOf(ProofException.PathTooLong.class);
  }

  @Test
  void verify_names_anInnerNodePassedOffAsALeaf() {
    // Without the check that the walk ends at the top, the parent of two leaves would pass as an
    // entry of a tree half as deep.
    byte[] inner = TREE.subtree(1, 0);
    List<byte[]> upper = InclusionProof.create(0, 8, TREE).path().subList(1, 3);
    assertThatThrownBy(() -> new InclusionProof(0, 8, upper).verify(inner, TREE.root(8)))
        .isInstanceOf(ProofException.PathTooShort.class);
  }

  @Test
  void verify_names_hashesOfAnotherLength() {
    byte[] root = TREE.root(2);
    assertThatThrownBy(
            () -> new InclusionProof(0, 2, List.of(new byte[31])).verify(new byte[32], root))
        .isInstanceOf(ProofException.WrongHashLength.class);
    assertThatThrownBy(
            () -> new InclusionProof(0, 2, List.of(new byte[32])).verify(new byte[33], root))
        .isInstanceOf(ProofException.WrongHashLength.class);
  }

  @Test
  void verify_names_anotherRoot() {
    assertThatThrownBy(
            () -> InclusionProof.create(1, 2, TREE).verify(TREE.leafHashes().get(1), TREE.root(3)))
        .isInstanceOf(ProofException.WrongRoot.class);
  }

  @Test
  void rootFrom_walksTheLargestTreeThereCanBe() {
    List<byte[]> path = FrontierTest.randomHashes(new Random(4), 63);
    assertThat(new InclusionProof(0, Long.MAX_VALUE, path).rootFrom(new byte[32])).hasSize(32);
    assertThatThrownBy(
            () -> new InclusionProof(0, Long.MAX_VALUE, path.subList(0, 62)).rootFrom(new byte[32]))
        .isInstanceOf(ProofException.PathTooShort.class);
    assertThatThrownBy(() ->
            new InclusionProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, path).rootFrom(new byte[32]))
        .isInstanceOf(ProofException.PathTooLong.class);
  }

  private static void refuses(InclusionProof proof, byte[] leaf, byte[] root) {
    assertThatThrownBy(() -> proof.verify(leaf, root)).isInstanceOf(ProofException.class);
  }

  static List<byte[]> flipped(List<byte[]> path, Random random) {
    List<byte[]> changed = new ArrayList<>(path);
    int at = random.nextInt(path.size());
    byte[] hash = path.get(at).clone();
    hash[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
    changed.set(at, hash);
    return changed;
  }

  static List<byte[]> without(List<byte[]> path, Random random) {
    List<byte[]> changed = new ArrayList<>(path);
    byte[] removed = changed.remove(random.nextInt(path.size()));
    assertThat(removed).hasSize(32);
    return changed;
  }

  static List<byte[]> with(List<byte[]> path, Random random) {
    List<byte[]> changed = new ArrayList<>(path);
    changed.add(random.nextInt(path.size() + 1), FrontierTest.randomHashes(random, 1).getFirst());
    return changed;
  }
}
