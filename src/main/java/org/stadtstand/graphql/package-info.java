/** The GraphQL engine's side: how rooms wire their fields, scalars, connections, ids and errors. */
@NullMarked
package org.stadtstand.graphql;

import org.jspecify.annotations.NullMarked;
