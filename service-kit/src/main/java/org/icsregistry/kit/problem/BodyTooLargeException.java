package org.icsregistry.kit.problem;

import java.io.IOException;

/** A body went on beyond what its address reads. */
public final class BodyTooLargeException extends IOException {

  private final int most;

  public BodyTooLargeException(int most) {
    super("A body of more than " + most + " bytes");
    this.most = most;
  }

  int most() {
    return most;
  }
}
