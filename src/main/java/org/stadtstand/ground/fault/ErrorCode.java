package org.stadtstand.ground.fault;

/**
 * The stable codes of {@code extensions.code}; {@code src/docs/api.md} explains each. It is also
 * the one table of the HTTP status that each has where nothing could be answered: as most clients
 * know it, after a comma as it is in the edition of September 2026 of GraphQL over HTTP, and then
 * the seconds after which the same question may well be answered.
 */
public enum ErrorCode {
  /** An argument has a value that cannot be used. */
  BAD_ARGUMENT(400),
  /** A cursor is malformed. */
  BAD_CURSOR(400),
  /** A cursor was made by a list in another order, or of another kind. */
  CURSOR_OF_OTHER_LIST(400),
  /** An id was not made by this server. */
  BAD_ID(400),
  /** A filter names a field or an operator that is not there. */
  BAD_FILTER(400),
  /** No municipality has this AGS, ARS or key. */
  UNKNOWN_MUNICIPALITY(404),
  /** No release has this number. */
  UNKNOWN_RELEASE(404),
  /** {@code knownAt} lies in the future. */
  FUTURE_MOMENT(400),
  /** A lookup matches more than one row; the message lists them. */
  AMBIGUOUS(400),
  /** The answer does not fit into a table. */
  NOT_A_TABLE(400),
  /** No table has this name. */
  UNKNOWN_TABLE(404),
  /** A page larger than the maximum was asked for, or an impossible one. */
  BAD_PAGE(400),
  /** The document is nested too deeply. */
  TOO_DEEP(400),
  /** The document selects too many fields. */
  TOO_MANY_FIELDS(400),
  /** The document has too many aliases. */
  TOO_MANY_ALIASES(400),
  /** The document has too many directives on one element. */
  TOO_MANY_DIRECTIVES(400),
  /** The document is too long. */
  DOCUMENT_TOO_LARGE(413),
  /** The variables are too large. */
  VARIABLES_TOO_LARGE(413),
  /** The answer could have too many rows. */
  TOO_EXPENSIVE(400),
  /** The answer took too long and was given up; its statement was cancelled. */
  TIMEOUT(503),
  /** The document is no GraphQL. */
  SYNTAX(400),
  /** The cursor is ahead of this server, which will have caught up in some seconds. */
  NOT_YET_HERE(503, 503, 5),
  /** The document does not fit the schema. */
  VALIDATION(400, 422),
  /** An address below {@code /q/} is malformed, or what it carries is damaged. */
  BAD_LINK(400),
  /** No question has this name. */
  UNKNOWN_LINK(404),
  /** An operator has blocked this link. */
  BLOCKED_LINK(410),
  /** No more questions are stored, from this caller or at all. */
  STORE_FULL(429),
  /** The answer cannot be cited. */
  NOT_CITABLE(404),
  /** The request is not one that GraphQL over HTTP allows. */
  BAD_REQUEST(400, 422),
  /** The body or a parameter is no JSON, or not written in UTF-8. */
  BAD_JSON(400),
  /** The endpoint knows no such method. */
  METHOD_NOT_ALLOWED(405),
  /** No media type that the caller accepts can be given. */
  NOT_ACCEPTABLE(406),
  /** The request did not arrive in time. */
  REQUEST_TIMEOUT(408),
  /** The body of the request is too large. */
  REQUEST_TOO_LARGE(413),
  /** The body of the request has another type, charset or coding than JSON in UTF-8. */
  UNSUPPORTED_MEDIA_TYPE(415),
  /** There is nothing at the address. */
  NOT_FOUND(404),
  /** Nothing is kept under the hash; the message is fixed by the clients that send hashes. */
  PERSISTED_QUERY_NOT_FOUND(404),
  /** The document has another hash than the one sent with it. */
  PERSISTED_QUERY_MISMATCH(400),
  /** The caller has asked for too much in too short a time. */
  TOO_MANY_REQUESTS(429, 429, 5),
  /** More is asked of the server than it can answer at the moment. */
  OVERLOADED(503, 503, 5),
  /** The database cannot be reached at the moment. */
  UNAVAILABLE(503, 503, 30),
  /** A fault of the server. */
  INTERNAL(500);

  private final int status;
  private final int newStatus;
  private final int retryAfter;

  ErrorCode(int status) {
    this(status, status, 0);
  }

  ErrorCode(int status, int newStatus) {
    this(status, newStatus, 0);
  }

  ErrorCode(int status, int newStatus, int retryAfter) {
    this.status = status;
    this.newStatus = newStatus;
    this.retryAfter = retryAfter;
  }

  /** The HTTP status of a request that is refused for this. */
  public int status() {
    return status;
  }

  /** The same by the edition of September 2026 of GraphQL over HTTP. */
  public int newStatus() {
    return newStatus;
  }

  /** In seconds; 0 if the same question would be refused again. */
  public int retryAfter() {
    return retryAfter;
  }
}
