-- Asks for the paths of a file in turn, and prints one line of JSON at the end.
local requests = {}
local at = 0

function init(args)
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local e = summary.errors
  local bad = e.connect + e.read + e.write + e.status + e.timeout
  print(string.format('{"rps":%.1f,"p50":%.3f,"p99":%.3f,"max":%.3f,"bad":%d}',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000, bad))
end
