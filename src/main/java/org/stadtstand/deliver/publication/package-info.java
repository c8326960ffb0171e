/** The single transaction that turns a delivery into a release. */
@NullMarked
package org.stadtstand.deliver.publication;

import org.jspecify.annotations.NullMarked;
