package org.icsregistry.contracts.passport;

import java.util.List;
import org.icsregistry.contracts.code.LapseReason;
import org.icsregistry.contracts.message.ClearanceEvent.ClearanceLapsed;
import org.icsregistry.contracts.message.ClearanceEvent.ClearedForRole;
import org.icsregistry.contracts.message.Evidence;
import org.jspecify.annotations.Nullable;

/** A clearance for a role at a partner, with the evidence and the versions it was decided under. */
public record Clearance(
    String partner,
    String roleId,
    int roleVersion,
    int policyVersion,
    List<Evidence> evidence,
    @Nullable LapseReason lapsedFor) {

  /** Key of a clearance in {@link Person#clearances}. */
  public static String key(String partner, String roleId) {
    return partner + "/" + roleId;
  }

  public boolean inForce() {
    return lapsedFor == null;
  }

  /** Whether it rests on this item. */
  public boolean restsOn(String itemId) {
    return evidence.stream().anyMatch(e -> e.itemId().equals(itemId));
  }

  static Clearance of(ClearedForRole e) {
    return new Clearance(
        e.partner(), e.roleId(), e.roleVersion(), e.policyVersion(), e.evidence(), null);
  }

  Clearance lapsed(ClearanceLapsed e) {
    return new Clearance(partner, roleId, roleVersion, policyVersion, evidence, e.reason());
  }
}
