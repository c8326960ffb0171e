/** What happened, for those who follow: feeds of releases, of changes, and of any question. */
@NullMarked
package org.stadtstand.serve.feeds;

import org.jspecify.annotations.NullMarked;
