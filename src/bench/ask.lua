-- Asks one question again and again, each time with other values. The folder that ASKED names holds
-- the question as a JSON body with %city% and the like, and a table of values to choose from.

local folder = os.getenv("ASKED")
local check = os.getenv("CHECKED") == "yes"

local function read(name)
  local file = assert(io.open(folder .. "/" .. name))
  local text = file:read("*a")
  file:close()
  return text
end

local body = read("question.json")
local values = dofile(folder .. "/values.lua")
local repeated = not body:find("%%%a+%%")
local fixed

local function any(list)
  return list[math.random(#list)]
end

function init(arguments)
  math.randomseed(os.time() + math.floor(os.clock() * 1e6))
  for i = 1, 10 do math.random() end
  wrk.method = "POST"
  wrk.headers["content-type"] = "application/json"
  wrk.headers["accept"] = "application/json"
  fixed = repeated and wrk.format(nil, nil, nil, body)
end

function request()
  if fixed then return fixed end
  local city = any(values.cities)
  local first = values.span and math.random(#values.froms - values.span)
  local filled = body:gsub("%%(%a+)%%", function(name)
    if first and name == "from" then return values.froms[first] end
    if first and name == "to" then return values.froms[first + values.span] end
    return city[name] or any(city[name .. "s"] or values[name .. "s"])
  end)
  return wrk.format(nil, nil, nil, filled)
end

-- Looking at each answer takes time, so only the warm-up does.
if check then
  function response(status, headers, text)
    if status ~= 200 or text:find('"errors"', 1, true) then
      io.stderr:write("bench: an answer with status ", status, ": ", text:sub(1, 500), "\n")
      os.exit(1)
    end
  end
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.6f, "bytes": %d, "errors": %d, "p50": %.3f, "p99": %.3f}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
