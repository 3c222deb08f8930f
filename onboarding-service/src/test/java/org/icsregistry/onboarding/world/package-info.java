/** A small ICS around the service: partners, a registry that decides, people with items. */
@NullMarked
package org.icsregistry.onboarding.world;

import org.jspecify.annotations.NullMarked;
