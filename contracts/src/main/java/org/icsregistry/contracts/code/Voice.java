package org.icsregistry.contracts.code;

/** Who says something about a placement; feedback goes both ways. */
public enum Voice {
  VOLUNTEER,
  ORGANISATION
}
