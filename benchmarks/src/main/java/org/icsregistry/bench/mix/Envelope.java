package org.icsregistry.bench.mix;

/**
 * One command, as a partner sends it.
 *
 * @param data JSON
 */
public record Envelope(String organisation, String id, String type, String subject, String data) {

  /** The CloudEvent. */
  public String json() {
    return "{\"specversion\":\"1.0\",\"id\":\""
        + id
        + "\",\"type\":\""
        + type
        + "\",\"source\":\"urn:org:"
        + organisation
        + "\",\"subject\":\""
        + subject
        + "\",\"data\":"
        + data
        + "}";
  }
}
