package org.icsregistry.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {
  private static final MemoryTree TREE =
      new MemoryTree(FrontierTest.randomHashes(new Random(21), 70));
  private static final MemoryTree OTHER =
      new MemoryTree(FrontierTest.randomHashes(new Random(22), 70));

  @Test
  void verify_accepts_theProofBetweenAllSmallSizes() {
    for (int second = 0; second <= 70; second++) {
      for (int first = 0; first <= second; first++) {
        ConsistencyProof.create(first, second, TREE).verify(TREE.root(first), TREE.root(second));
      }
    }
  }

  @Test
  void verify_rejects_everySingleChangeOfAProof() {
    Random random = new Random(23);
    for (int second = 2; second <= 70; second++) {
      int first = 1 + random.nextInt(second - 1);
      byte[] a = TREE.root(first);
      byte[] b = TREE.root(second);
      ConsistencyProof good = ConsistencyProof.create(first, second, TREE);
      refuses(
          new ConsistencyProof(first, second, InclusionProofTest.flipped(good.path(), random)),
          a,
          b);
      refuses(
          new ConsistencyProof(first, second, InclusionProofTest.without(good.path(), random)),
          a,
          b);
      refuses(
          new ConsistencyProof(first, second, InclusionProofTest.with(good.path(), random)), a, b);
      refuses(good, b, a);
      refuses(good, OTHER.root(first), b);
      refuses(good, a, OTHER.root(second));
    }
  }

  @Test
  void create_listsTheHashesOfTheExampleInTheRfc() {
    // RFC 6962 section 2.1.3: from 3 to 7 entries the proof is [c, d, g, l].
    assertThat(ConsistencyProof.create(3, 7, TREE).path())
        .containsExactly(
            TREE.subtree(0, 2), TREE.subtree(0, 3), TREE.subtree(1, 0), TreeHash.range(4, 7, TREE));
  }

  @Test
  void verify_names_anEarlierTreeThatWasChanged() {
    ConsistencyProof proof = ConsistencyProof.create(3, 7, TREE);
    assertThatThrownBy(() -> proof.verify(OTHER.root(3), TREE.root(7)))
        .isInstanceOf(ProofException.WrongFirstRoot.class);
    assertThatThrownBy(() -> proof.verify(TREE.root(3), OTHER.root(7)))
        .isInstanceOf(ProofException.WrongRoot.class);
  }

  @Test
  void verify_names_equalSizesWithOtherRoots() {
    assertThatThrownBy(
            () -> new ConsistencyProof(4, 4, List.of()).verify(TREE.root(4), OTHER.root(4)))
        .isInstanceOf(ProofException.WrongRoot.class);
  }

  @Test
  void verify_names_aPathWhereNoneIsNeeded() {
    byte[] empty = Rfc6962.emptyRoot();
    List<byte[]> path = List.of(new byte[32]);
    assertThatThrownBy(() -> new ConsistencyProof(4, 4, path).verify(TREE.root(4), TREE.root(4)))
        .isInstanceOf(ProofException.PathNotEmpty.class);
    assertThatThrownBy(() -> new ConsistencyProof(0, 4, path).verify(empty, TREE.root(4)))
        .isInstanceOf(ProofException.PathNotEmpty.class);
    assertThatThrownBy(() -> new ConsistencyProof(0, 0, path).verify(empty, empty))
        .isInstanceOf(ProofException.PathNotEmpty.class);
  }

  @Test
  void verify_names_anotherRootOfTheEmptyTree() {
    byte[] empty = Rfc6962.emptyRoot();
    assertThatThrownBy(
            () -> new ConsistencyProof(0, 0, List.of()).verify(TREE.root(1), TREE.root(1)))
        .isInstanceOf(ProofException.WrongEmptyRoot.class);
    assertThatThrownBy(
            () -> new ConsistencyProof(0, 1, List.of()).verify(TREE.root(1), TREE.root(1)))
        .isInstanceOf(ProofException.WrongEmptyRoot.class);
    assertThatThrownBy(() -> new ConsistencyProof(0, 0, List.of()).verify(empty, TREE.root(1)))
        .isInstanceOf(ProofException.WrongEmptyRoot.class);
  }

  @Test
  void verify_names_sizesThatDecreaseOrAreNegative() {
    byte[] root = TREE.root(1);
    assertThatThrownBy(() -> new ConsistencyProof(2, 1, List.of()).verify(root, root))
        .isInstanceOf(ProofException.SizesDecrease.class);
    assertThatThrownBy(() -> new ConsistencyProof(-1, 1, List.of()).verify(root, root))
        .isInstanceOf(ProofException.NegativeSize.class);
    assertThatThrownBy(() -> ConsistencyProof.create(2, 1, TREE))
        .isInstanceOf(ProofException.SizesDecrease.class);
    assertThatThrownBy(() -> TreeHash.root(-1, TREE))
        .isInstanceOf(ProofException.NegativeSize.class);
  }

  @Test
  void verify_names_aPathThatIsTooLongOrTooShort() {
    List<byte[]> path = ConsistencyProof.create(3, 8, TREE).path();
    assertThatThrownBy(
            () -> new ConsistencyProof(3, 8, List.of()).verify(TREE.root(3), TREE.root(8)))
        .isInstanceOf(ProofException.PathTooShort.class);
    assertThatThrownBy(
            () -> new ConsistencyProof(3, 8, path.subList(0, 3)).verify(TREE.root(3), TREE.root(8)))
        .isInstanceOf(ProofException.PathTooShort.class);
    assertThatThrownBy(() -> new ConsistencyProof(3, 4, path).verify(TREE.root(3), TREE.root(4)))
        .isInstanceOf(ProofException.PathTooLong.class);
  }

  @Test
  void verify_names_hashesOfAnotherLength() {
    byte[] short31 = new byte[31];
    assertThatThrownBy(
            () -> new ConsistencyProof(1, 2, List.of(short31)).verify(TREE.root(1), TREE.root(2)))
        .isInstanceOf(ProofException.WrongHashLength.class);
    assertThatThrownBy(
            () -> new ConsistencyProof(1, 2, List.of(new byte[32])).verify(short31, TREE.root(2)))
        .isInstanceOf(ProofException.WrongHashLength.class);
    assertThatThrownBy(
            () -> new ConsistencyProof(1, 2, List.of(new byte[32])).verify(TREE.root(1), short31))
        .isInstanceOf(ProofException.WrongHashLength.class);
  }

  @Test
  void root_isTheRecursiveOne_forEverySmallSize() {
    for (int size = 0; size <= 70; size++) {
      assertThat(TreeHash.root(size, TREE)).isEqualTo(TREE.root(size));
    }
  }

  private static void refuses(ConsistencyProof proof, byte[] firstRoot, byte[] secondRoot) {
    assertThatThrownBy(() -> proof.verify(firstRoot, secondRoot))
        .isInstanceOf(ProofException.class);
  }
}
