package org.icsregistry.kit.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.icsregistry.kit.problem.BodyTooLargeException;
import org.icsregistry.kit.problem.ProblemDocuments;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No address reads a larger body than this, but that of commands, which has a limit of its own. A
 * length that is not announced is counted while it is read.
 */
public final class BodyLimit extends OncePerRequestFilter {

  static final int MOST_BYTES = 256 * 1024;
  private static final String COMMANDS = "/v1/commands";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      ProblemDocuments.tooLarge(response, MOST_BYTES);
    } else {
      chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().equals(COMMANDS);
  }

  private static final class Counted extends HttpServletRequestWrapper {

    Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream());
    }
  }

  private static final class CountedStream extends ServletInputStream {

    private final ServletInputStream body;
    private int bytes;

    CountedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = body.read(into, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int more) throws BodyTooLargeException {
      bytes += more;
      if (bytes > MOST_BYTES) {
        throw new BodyTooLargeException(MOST_BYTES);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
