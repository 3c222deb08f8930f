package org.icsregistry.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

class Rfc6962Test {
  @Test
  void leafHash_ofNothing_isThePublishedOne() {
    assertThat(Rfc6962.leafHash(new byte[0]))
        .asHexString()
        .isEqualToIgnoringCase(ReferenceTree.ROOTS.get(1));
  }

  @Test
  void leafAndNode_areHashedApart() throws NoSuchAlgorithmException {
    byte[] left = Rfc6962.leafHash(new byte[] {1});
    byte[] right = Rfc6962.leafHash(new byte[] {2});
    byte[] joined = new byte[65];
    joined[0] = 1;
    System.arraycopy(left, 0, joined, 1, 32);
    System.arraycopy(right, 0, joined, 33, 32);
    assertThat(Rfc6962.nodeHash(left, right))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(joined));
  }

  @Test
  void emptyRoot_isTheHashOfNothing() {
    assertThat(Rfc6962.emptyRoot())
        .asHexString()
        .isEqualToIgnoringCase(ReferenceTree.ROOTS.getFirst());
  }
}
