/** What a partner's coordinators are told within the application. */
@NullMarked
package org.icsregistry.onboarding.notice;

import org.jspecify.annotations.NullMarked;
