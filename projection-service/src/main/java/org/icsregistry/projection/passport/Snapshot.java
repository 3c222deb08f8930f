package org.icsregistry.projection.passport;

import org.icsregistry.contracts.passport.Passport;
import org.icsregistry.projection.directory.Directory;

/** A passport at one place of the log, with the partners and roles it names as they were there. */
record Snapshot(Passport passport, Directory directory, Cut cut) {}
