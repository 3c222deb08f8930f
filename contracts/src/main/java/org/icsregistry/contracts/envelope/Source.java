package org.icsregistry.contracts.envelope;

/** The CloudEvents source of an organisation, {@code urn:org:RBV}. */
public final class Source {

  private static final String PREFIX = "urn:org:";

  private Source() {}

  public static String of(String organisation) {
    return PREFIX + organisation;
  }

  /** The organisation's code; an empty text when the source is not one of ours. */
  public static String organisation(String source) {
    return source.startsWith(PREFIX) ? source.substring(PREFIX.length()) : "";
  }
}
