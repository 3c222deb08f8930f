package org.icsregistry.projection.feed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topics of the feeds, which the registry makes.
 *
 * @param prefix of each partner's topic, before its code
 * @param places topic that says how far the feeds have come, in the transactions that write them
 */
@ConfigurationProperties("registry.feed")
record FeedSettings(
    @DefaultValue("feed.") String prefix, @DefaultValue("registry.feeds") String places) {}
