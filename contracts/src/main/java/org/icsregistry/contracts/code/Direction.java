package org.icsregistry.contracts.code;

/** Which way a measure gets better. */
public enum Direction {
  UP,
  DOWN
}
