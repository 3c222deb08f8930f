/** Whom to trust, in a file: C2SP tlog-policy, a draft of June 2026. */
@NullMarked
package org.icsregistry.log.policy;

import org.jspecify.annotations.NullMarked;
