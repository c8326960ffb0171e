-- The same question in every request; by POST if METHOD says so.
wrk.method = os.getenv("METHOD")
if wrk.method == "POST" then
  local file = assert(io.open(os.getenv("BODY")))
  wrk.body = file:read("*a")
  file:close()
  wrk.headers["content-type"] = "application/json"
end
wrk.headers["accept"] = "application/json"
if os.getenv("CODING") ~= "" then wrk.headers["accept-encoding"] = os.getenv("CODING") end
if os.getenv("KNOWN") ~= "" then wrk.headers["if-none-match"] = os.getenv("KNOWN") end

function done(summary)
  local e = summary.errors
  io.write(string.format("%.0f %d\n", summary.requests / (summary.duration / 1e6),
    e.connect + e.read + e.write + e.status + e.timeout))
end
