package org.icsregistry.contracts.code;

/** The way a message takes to a person. */
public enum MessageChannel {
  EMAIL
}
