package org.icsregistry.projection.programme;

import org.jspecify.annotations.Nullable;

/**
 * Time given at a partner, as its recorded activities add up, people and hours to the nearest five.
 * Held back, null, where fewer than five people gave it.
 *
 * @param category of activity
 */
public record Given(
    String partner, String category, @Nullable Long volunteers, @Nullable Long hours) {}
