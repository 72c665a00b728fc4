/** The value below which this share of them lies. */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

export const median = (values) => quantile(values, 0.5)

/** For the table: three figures are enough. */
export function tell(number, unit = '') {
  const text = number >= 100 ? Math.round(number).toLocaleString('en') : Number(number.toPrecision(3)).toString()
  return unit ? `${text} ${unit}` : text
}
