package org.stadtstand.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.ServerTest;

/**
 * A question is read the same way wherever it is sent: a mistake has the same code and status
 * everywhere.
 */
@ServerTest
class OneReaderIT {

  private static final String QUESTION = "{\"query\":\"{ targets { totalCount } }\"}";

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                                                       | 400 | BAD_JSON",
        "{\"query\":\"{ __typename }\",\"query\":\"{ targets { totalCount } }\"} | 400 | BAD_JSON",
        "{\"query\":\"{ __typename }\",\"variables\":{\"a\":1,\"a\":2}}          | 400 | BAD_JSON",
        "{\"query\":\"{ __typename }\"} {}                                       | 400 | BAD_JSON",
        "{\"query\":\"{ __typename } # \\u0000\"}                               | 400 | BAD_JSON",
        "{\"query\":\"\\ud800\"}                                                 | 400 | BAD_JSON",
        "{\"query\":\"{ __typename }\",\"variables\":{\"a\":1e999999999}}        | 400 | BAD_JSON",
        "[]                                                                      | 400 |"
            + " BAD_REQUEST",
        "{}                                                                      | 400 |"
            + " BAD_REQUEST",
        "{\"query\":1}                                                           | 400 |"
            + " BAD_REQUEST",
        "{\"query\":\"{ __typename }\",\"variables\":[]}                         | 400 |"
            + " BAD_REQUEST",
        "{\"query\":\"{ __typename }\",\"extensions\":1}                         | 400 |"
            + " BAD_REQUEST"
      })
  void aBodyThatIsNoQuestionIsRefusedAlike(String body, int status, String code) {
    for (String path : new String[] {"/graphql", "/q"}) {
      ReceivedResponse asked =
          ReceivedResponse.send(question(path, body).header("Content-Type", ReceivedResponse.JSON));
      assertThat(asked.status()).as(path + ": " + asked.response().body()).isEqualTo(status);
      assertThat(asked.code()).as(path).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/jsonx",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/x-www-form-urlencoded",
        "nonsense"
      })
  void anotherTypeOrCharsetIsRefusedAlike(String type) {
    for (String path : new String[] {"/graphql", "/q"}) {
      ReceivedResponse asked =
          ReceivedResponse.send(question(path, QUESTION).header("Content-Type", type));
      assertThat(asked.status()).as(path).isEqualTo(415);
      assertThat(asked.code()).as(path).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
      assertThat(asked.header("Accept-Post")).as(path).isEqualTo(ReceivedResponse.JSON);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "identity, gzip"})
  void aCodedBodyIsRefusedAlike(String coding) {
    for (String path : new String[] {"/graphql", "/q"}) {
      ReceivedResponse asked =
          ReceivedResponse.send(
              question(path, QUESTION)
                  .header("Content-Type", ReceivedResponse.JSON)
                  .header("Content-Encoding", coding));
      assertThat(asked.status()).as(path).isEqualTo(415);
      assertThat(asked.code()).as(path).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "APPLICATION/JSON"})
  void whatIsRightIsReadAlike(String type) {
    for (String path : new String[] {"/graphql", "/q"}) {
      ReceivedResponse asked =
          ReceivedResponse.send(question(path, QUESTION).header("Content-Type", type));
      assertThat(asked.status()).as(path).isIn(200, 201);
    }
  }

  private HttpRequest.Builder question(String path, String body) {
    return ReceivedResponse.request(port, path).POST(BodyPublishers.ofString(body));
  }
}
