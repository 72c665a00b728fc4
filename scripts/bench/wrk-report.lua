-- Prints one line of JSON at the end.
function done(summary, latency)
  local e = summary.errors
  local bad = e.connect + e.read + e.write + e.status + e.timeout
  print(string.format('{"rps":%.1f,"p50":%.3f,"p99":%.3f,"max":%.3f,"bad":%d}',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000, bad))
end
