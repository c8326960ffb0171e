/** How a delivery becomes a release, and how a mistake is revoked. */
@NullMarked
package org.stadtstand.deliver;

import org.jspecify.annotations.NullMarked;
