-- Asks for the paths of a file in turn. For one path this would only slow wrk down: it has no script then but the report.
dofile((arg and arg[0] or debug.getinfo(1, "S").source:sub(2)):gsub("wrk%-paths%.lua$", "wrk-report.lua"))

local requests = {}
local at = 0

function init(args)
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
