vcl 4.1;

# What the server says is all there is to know: Cache-Control how long, Vary and ETag which one, and
# Surrogate-Key what an answer is about, so that it can be forgotten by that.

backend default {
  .host = "server";
  .port = "8080";
  .first_byte_timeout = 20s;
}

# The caller's address goes to the server in X-Forwarded-For, which Varnish writes by itself, and
# budgets are counted by it.

# Who may make the cache forget: the servers and their operator, never the public.
acl forgetters {
  "localhost";
  "172.16.0.0"/12;
}

sub vcl_recv {
  if (req.method == "BAN") {
    if (client.ip !~ forgetters) {
      return (synth(403, "Not allowed"));
    }
    if (req.http.Surrogate-Key !~ "^[a-z0-9@._-]+( [a-z0-9@._-]+)*$") {
      return (synth(400, "Keys in Surrogate-Key, with a space in between"));
    }
    ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, " ", "|") + ")(\s|$)");
    return (synth(200, "Forgotten"));
  }
  # A question in a body is not part of the key; only GET and HEAD are kept.
  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  # A caller with a budget of its own, or one that asks what a question costs, speaks to the server.
  if (req.http.Api-Key || req.http.Prefer) {
    return (pass);
  }
  # No page sets a cookie or reads one.
  unset req.http.Cookie;
}

sub vcl_backend_response {
  # The server's answer when it cannot give one is for this caller only.
  if (beresp.status >= 500) {
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
  }
  # What is out of date may be given while a new one is fetched, and while the server is away.
  set beresp.grace = 1h;
}

sub vcl_deliver {
  # A budget is its caller's; what is kept was paid by somebody else.
  if (obj.hits > 0) {
    unset resp.http.RateLimit;
    unset resp.http.RateLimit-Policy;
  }
}
