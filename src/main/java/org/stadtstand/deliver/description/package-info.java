/** What a delivery says about itself: whose it is, on what terms, and how its files are written. */
@NullMarked
package org.stadtstand.deliver.description;

import org.jspecify.annotations.NullMarked;
