/** How a delivery becomes a release, and how a mistake is taken back. */
@NullMarked
package org.stadtstand.deliver;

import org.jspecify.annotations.NullMarked;
