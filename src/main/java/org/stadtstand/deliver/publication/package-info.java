/** One transaction that makes a release of a delivery. */
@NullMarked
package org.stadtstand.deliver.publication;

import org.jspecify.annotations.NullMarked;
