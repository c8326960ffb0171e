package org.stadtstand.error;

/** The stable codes of {@code extensions.code}; {@code src/docs/api.md} explains each. */
public enum ErrorCode {
  /** An argument has a value that cannot be used. */
  BAD_ARGUMENT,
  /** A cursor is malformed. */
  BAD_CURSOR,
  /** A cursor was made by a list in another order, or of another kind. */
  CURSOR_OF_OTHER_LIST,
  /** An id was not made by this server. */
  BAD_ID,
  /** A filter names a field or an operator that is not there. */
  BAD_FILTER,
  /** No municipality has this AGS, ARS or key. */
  UNKNOWN_MUNICIPALITY,
  /** No release has this number. */
  UNKNOWN_RELEASE,
  /** {@code knownAt} lies in the future. */
  FUTURE_MOMENT,
  /** A lookup matches more than one row; the message lists them. */
  AMBIGUOUS,
  /** A page larger than the maximum was asked for, or an impossible one. */
  BAD_PAGE,
  /** The document is nested too deeply. */
  TOO_DEEP,
  /** The document selects too many fields. */
  TOO_MANY_FIELDS,
  /** The document has too many aliases. */
  TOO_MANY_ALIASES,
  /** The document has too many directives on one element. */
  TOO_MANY_DIRECTIVES,
  /** The document is too long. */
  DOCUMENT_TOO_LARGE,
  /** The variables are too large. */
  VARIABLES_TOO_LARGE,
  /** The answer could have too many rows. */
  TOO_EXPENSIVE,
  /** The answer took too long and was given up; its statement was cancelled. */
  TIMEOUT,
  /** The document is no GraphQL. */
  SYNTAX,
  /** The cursor is ahead of this server, which will have caught up in some seconds. */
  NOT_YET_HERE,
  /** The document does not fit the schema. */
  VALIDATION,
  /** An address below {@code /q/} is malformed, or what it carries is damaged. */
  BAD_LINK,
  /** No question has this name. */
  UNKNOWN_LINK,
  /** An operator has blocked this link. */
  BLOCKED_LINK,
  /** No more questions are stored, from this caller or at all. */
  STORE_FULL,
  /** The answer cannot be cited. */
  NOT_CITABLE,
  /** The request is not one that GraphQL over HTTP allows. */
  BAD_REQUEST,
  /** More is asked of the server than it can answer at the moment. */
  OVERLOADED,
  /** The database cannot be reached at the moment. */
  UNAVAILABLE,
  /** A fault of the server. */
  INTERNAL
}
