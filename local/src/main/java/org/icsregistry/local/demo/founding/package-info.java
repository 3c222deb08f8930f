/**
 * What has to be there before anybody volunteers: the host, the partners with their agreements and
 * recognition policies, the roles of the ICS.
 */
@NullMarked
package org.icsregistry.local.demo.founding;

import org.jspecify.annotations.NullMarked;
