package org.icsregistry.local.demo;

import java.util.List;

/** A closed list of codes with plain labels. */
public record CodeList(
    String name, String title, String source, List<Code> codes, List<String> unverified) {

  /** One code; the label is for people and may be reworded, the code never changes meaning. */
  public record Code(String code, String label) {}

  public boolean contains(String code) {
    return codes.stream().anyMatch(entry -> entry.code().equals(code));
  }
}
