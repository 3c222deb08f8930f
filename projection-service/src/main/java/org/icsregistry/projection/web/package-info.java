/** The web pages: plain HTML that works without JavaScript, after the NHS service manual. */
@NullMarked
package org.icsregistry.projection.web;

import org.jspecify.annotations.NullMarked;
