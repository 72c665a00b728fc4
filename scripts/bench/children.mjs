const living = new Set()

/** Whatever happens to the bench, nothing that it started stays behind. */
process.on('exit', () => living.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

/** Ends the child with this process. @returns call it when the child has ended by itself */
export function endWith(child) {
  living.add(child)
  child.once('exit', () => living.delete(child))
  return () => living.delete(child)
}
