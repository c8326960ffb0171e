package org.stadtstand.ground.fault;

/**
 * The stable codes of {@code extensions.code}, explained in {@code src/docs/api.md}. Each lists its
 * HTTP status when nothing could be answered, as most clients know it; then, if different, the
 * status in the September 2026 edition of GraphQL over HTTP; then the seconds after which a retry
 * may succeed.
 */
public enum ErrorCode {
  /** An argument has an unusable value. */
  BAD_ARGUMENT(400),
  /** A cursor is malformed. */
  BAD_CURSOR(400),
  /** A cursor comes from a list in another order, or of another kind. */
  CURSOR_OF_OTHER_LIST(400),
  /** An id was not issued by this server. */
  BAD_ID(400),
  /** A filter names an unknown field or operator. */
  BAD_FILTER(400),
  /** A grouping, or a condition or order of groups, makes no sense. */
  BAD_GROUP(400),
  /** The text of a search cannot be searched for. */
  BAD_SEARCH(400),
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
  /** The answer has nothing that can be drawn. */
  NOT_DRAWABLE(400),
  /** No table has this name. */
  UNKNOWN_TABLE(404),
  /** The requested page is too large, or impossible. */
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
  /** The answer took too long and was abandoned; its statement was cancelled. */
  TIMEOUT(503),
  /** The document is not valid GraphQL. */
  SYNTAX(400),
  /** A cursor is ahead of this server, or a city is being imported: wait for some seconds. */
  NOT_YET_HERE(503, 503, 5),
  /** The document does not match the schema. */
  VALIDATION(400, 422),
  /** An address below {@code /q/} is malformed, or its content is damaged. */
  BAD_LINK(400),
  /** No question has this name. */
  UNKNOWN_LINK(404),
  /** An operator has blocked this link. */
  BLOCKED_LINK(410),
  /** No more questions can be stored, by this caller or at all. */
  STORE_FULL(429),
  /** The answer cannot be cited. */
  NOT_CITABLE(404),
  /** GraphQL over HTTP does not allow this request. */
  BAD_REQUEST(400, 422),
  /** The body or a parameter is not JSON, or not UTF-8. */
  BAD_JSON(400),
  /** The endpoint does not support this method. */
  METHOD_NOT_ALLOWED(405),
  /** None of the media types the caller accepts is available. */
  NOT_ACCEPTABLE(406),
  /** The answer is not in the state that the caller asked for with a condition. */
  PRECONDITION_FAILED(412),
  /** No address of this server is so long, but for that of a question. */
  ADDRESS_TOO_LONG(414),
  /** The file has no such part. */
  BAD_RANGE(416),
  /** The request did not arrive in time. */
  REQUEST_TIMEOUT(408),
  /** The body of the request is too large. */
  REQUEST_TOO_LARGE(413),
  /** The body's type, charset or encoding is not JSON in UTF-8. */
  UNSUPPORTED_MEDIA_TYPE(415),
  /** There is nothing at the address. */
  NOT_FOUND(404),
  /** Nothing is stored under this hash; the message is dictated by the clients that send hashes. */
  PERSISTED_QUERY_NOT_FOUND(404),
  /** The document's hash differs from the one sent with it. */
  PERSISTED_QUERY_MISMATCH(400),
  /** The caller has sent too many requests in too short a time. */
  TOO_MANY_REQUESTS(429, 429, 5),
  /** The server is currently asked for more than it can answer. */
  OVERLOADED(503, 503, 5),
  /** This server only reads; another one stores. */
  READ_ONLY(503),
  /** The database is currently unreachable. */
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

  /** The HTTP status of a request refused with this code. */
  public int status() {
    return status;
  }

  /** The same in the September 2026 edition of GraphQL over HTTP. */
  public int newStatus() {
    return newStatus;
  }

  /** In seconds; 0 if a retry would be refused again. */
  public int retryAfter() {
    return retryAfter;
  }
}
