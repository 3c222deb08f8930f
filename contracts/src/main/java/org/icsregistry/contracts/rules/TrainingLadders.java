package org.icsregistry.contracts.rules;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which subject satisfies which, where the frameworks say so themselves; a role's {@code
 * satisfiedBy} adds to that. Four vocabularies: CSTF (and the Oliver McGowan tiers beside it), the
 * Volunteer Certificate, the Care Certificate, and local subjects, which satisfy themselves alone.
 */
final class TrainingLadders {

  /**
   * A subject, and those it satisfies. Sources: CSTF (each level 2 holds its level 1; each kind of
   * basic life support holds resuscitation level 1); the code of practice on learning disability
   * and autism training (a tier holds the e-learning); Volunteer Certificate Standards, mapped to
   * the Care Certificate. Safeguarding is two standards of the Care Certificate and one of the
   * Volunteer Certificate, so neither of the two satisfies it alone.
   */
  private static final Map<String, Set<String>> SATISFIES =
      Map.ofEntries(
          Map.entry("CSTF_IPC2", Set.of("CSTF_IPC1")),
          Map.entry("CSTF_MH2", Set.of("CSTF_MH1")),
          Map.entry("CSTF_PREV_A", Set.of("CSTF_PREV_B")),
          Map.entry("CSTF_RES2A", Set.of("CSTF_RES1")),
          Map.entry("CSTF_RES2N", Set.of("CSTF_RES1")),
          Map.entry("CSTF_RES2P", Set.of("CSTF_RES1")),
          Map.entry("CSTF_SGA2", Set.of("CSTF_SGA1")),
          Map.entry("CSTF_SGC2", Set.of("CSTF_SGC1")),
          Map.entry("OMMT_T1", Set.of("OMMT_EL")),
          Map.entry("OMMT_T2", Set.of("OMMT_T1")),
          Map.entry("CC_1", Set.of("NVC_1")),
          Map.entry("CC_6", Set.of("NVC_2")),
          Map.entry("CC_4", Set.of("NVC_3")),
          Map.entry("CC_9", Set.of("NVC_5")),
          Map.entry("CC_13", Set.of("NVC_6")),
          Map.entry("CC_8", Set.of("NVC_7")),
          Map.entry("CC_12", Set.of("NVC_8")));

  private TrainingLadders() {}

  /** Whether one subject satisfies another, in one step or several. */
  static boolean satisfies(String held, String asked) {
    return held.equals(asked) || below(held).contains(asked);
  }

  /** Everything below a subject. */
  static Set<String> below(String subject) {
    var all = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(subject));
    while (!open.isEmpty()) {
      for (var lower : SATISFIES.getOrDefault(open.remove(), Set.of())) {
        if (all.add(lower)) {
          open.add(lower);
        }
      }
    }
    return all;
  }
}
