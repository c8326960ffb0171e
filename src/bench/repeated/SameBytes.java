import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the server's answers are measured against: the very same bytes and header fields, sent from
 * memory by the same web server through the same filters, and nothing looked at but whether gzip is
 * accepted.
 */
@Configuration(proxyBeanMethods = false)
public class SameBytes {

  @Bean
  static ServletRegistrationBean<HttpServlet> senderOfBytes() {
    return new ServletRegistrationBean<>(new Sender(Path.of(System.getProperty("same.bytes"))), "/same-bytes");
  }

  @SuppressWarnings("serial")
  private static final class Sender extends HttpServlet {

    private final Path folder;
    private volatile Copy plain;
    private volatile Copy gzip;

    Sender(Path folder) {
      this.folder = folder;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
      if (plain == null) {
        gzip = Copy.of(folder, "gzip");
        plain = Copy.of(folder, "plain");
      }
      Copy copy = request.getHeader("Accept-Encoding") == null ? plain : gzip;
      for (String[] field : copy.fields()) {
        response.setHeader(field[0], field[1]);
      }
      response.setContentLength(copy.bytes().length);
      response.getOutputStream().write(copy.bytes());
    }
  }

  private record Copy(byte[] bytes, List<String[]> fields) {

    /** As curl wrote them: {@code plain.body} and {@code plain.head}. */
    static Copy of(Path folder, String name) throws IOException {
      List<String[]> fields =
          Files.readAllLines(folder.resolve(name + ".head")).stream()
              .filter(line -> line.matches("(?i)(cache-.*|content-(type|encoding)|etag|last-modified|vary|surrogate-key): .*"))
              .map(line -> line.split(": ", 2))
              .toList();
      return new Copy(Files.readAllBytes(folder.resolve(name + ".body")), fields);
    }
  }
}
