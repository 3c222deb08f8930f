package org.icsregistry.log.policy;

import java.util.List;
import java.util.Set;

/** Which witnesses have to cosign (C2SP tlog-policy, Defining the quorum). */
sealed interface Quorum {
  /** Whether these witnesses, by name, are enough. */
  boolean isReachedBy(Set<String> cosigned);

  /** {@code quorum none}: a checkpoint needs no witness. */
  record None() implements Quorum {
    @Override
    public boolean isReachedBy(Set<String> cosigned) {
      return true;
    }
  }

  /** One witness. */
  record One(String witness) implements Quorum {
    @Override
    public boolean isReachedBy(Set<String> cosigned) {
      return cosigned.contains(witness);
    }
  }

  /** At least so many of the members, which are witnesses or groups. */
  record Group(int threshold, List<Quorum> members) implements Quorum {
    @Override
    public boolean isReachedBy(Set<String> cosigned) {
      return members.stream().filter(member -> member.isReachedBy(cosigned)).count() >= threshold;
    }
  }
}
