package org.icsregistry.contracts.passport;

import java.util.List;

/** A check or training that a partner was asked for and has not recorded since. */
public record Request(String partner, String roleId, String code) {

  /** What stays open once this partner has recorded an item of this code. */
  static List<Request> answered(List<Request> open, String partner, String code) {
    return open.stream().filter(r -> !(r.partner.equals(partner) && r.code.equals(code))).toList();
  }
}
