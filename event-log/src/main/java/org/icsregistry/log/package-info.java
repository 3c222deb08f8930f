/**
 * The transparency log as a library, for those who keep the log and for those who check it. Needs
 * the JDK and the Kafka client only, so that an auditor can read all the code the checks depend on.
 */
@NullMarked
package org.icsregistry.log;

import org.jspecify.annotations.NullMarked;
