package org.icsregistry.registry.store;

import java.util.List;
import java.util.stream.Stream;

/** Work on the parts of a batch, on all processors where that pays. */
public final class Spread {

  /** Below, waking the other processors takes longer than the work. */
  private static final int FROM = 100;

  private Spread() {}

  /** The elements, whose order a result keeps. */
  public static <T> Stream<T> of(List<T> elements) {
    return elements.size() < FROM ? elements.stream() : elements.parallelStream();
  }
}
