package org.icsregistry.kit.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service follows the log.
 *
 * @param topic the log's topic
 * @param follow whether followers start with the service
 * @param batch most records in one transaction
 * @param longestPause between two attempts at records that fail
 */
@ConfigurationProperties("registry.log")
public record LogFollowing(
    @DefaultValue("registry.log") String topic,
    @DefaultValue("true") boolean follow,
    @DefaultValue("2000") int batch,
    @DefaultValue("15s") Duration longestPause) {}
