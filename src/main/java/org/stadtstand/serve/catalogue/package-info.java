/** The catalogue for open-data portals, by DCAT-AP.de 3.0. */
@NullMarked
package org.stadtstand.serve.catalogue;

import org.jspecify.annotations.NullMarked;
