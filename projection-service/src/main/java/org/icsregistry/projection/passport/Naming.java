package org.icsregistry.projection.passport;

import org.icsregistry.projection.directory.Directory;
import org.icsregistry.projection.passport.PassportView.Organisation;
import org.icsregistry.projection.passport.PassportView.RoleName;

/** Puts names to codes. */
record Naming(Directory directory) {

  Organisation organisation(String code) {
    return new Organisation(code, directory.name(code));
  }

  RoleName role(String id) {
    return new RoleName(id, directory.title(id));
  }
}
