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
local paged = body:find("%after%", 1, true)
local fixed

-- Of a list that is being followed to its end: one connection a thread, so that an answer belongs to the
-- question before it.
local followed, cursor

-- No two threads choose the same.
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local function any(list)
  return list[math.random(#list)]
end

local function filled()
  local city = any(values.cities)
  local first = values.span and math.random(#values.froms - values.span)
  return (body:gsub("%%(%a+)%%", function(name)
    if name == "after" then return nil end
    if first and name == "from" then return values.froms[first] end
    if first and name == "to" then return values.froms[first + values.span] end
    return city[name] or any(city[name .. "s"] or values[name .. "s"])
  end))
end

function init(arguments)
  math.randomseed(os.time() + math.floor(os.clock() * 1e6) + 7919 * number)
  for i = 1, 10 do math.random() end
  wrk.method = "POST"
  wrk.headers["content-type"] = "application/json"
  wrk.headers["accept"] = "application/json"
  fixed = repeated and wrk.format(nil, nil, nil, body)
end

function request()
  if fixed then return fixed end
  if not cursor then followed = filled() end
  if not paged then return wrk.format(nil, nil, nil, followed) end
  local position = cursor and '"' .. cursor .. '"' or "null"
  return wrk.format(nil, nil, nil, (followed:gsub("%%after%%", function() return position end)))
end

local function checked(status, text)
  if status ~= 200 or text:find('"errors"', 1, true) then
    io.stderr:write("bench: an answer with status ", status, ": ", text:sub(1, 500), "\n")
    os.exit(1)
  end
end

-- Looking at each answer takes time, so it is done only to warm up, and to follow a list.
if check or paged then
  function response(status, headers, text)
    if check then checked(status, text) end
    if paged then
      cursor = text:find('"hasNextPage":true', 1, true) and text:match('"endCursor":"([^"]*)"')
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
