import type { ServerResponse } from 'node:http'

/**
 * Runs just before the headers of an answer leave, so that defaults can give way to what the answer says
 * of itself. Next keeps a header that is already there and drops its own.
 */
export function beforeHeaders(response: ServerResponse, run: () => void): void {
  const writeHead = response.writeHead
  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    response.writeHead = writeHead
    // Headers given along would bypass the defaults: put them where they can be seen.
    const given = rest.findLast((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
    for (const [name, value] of Object.entries(given ?? {})) if (value !== undefined) this.setHeader(name, value)
    this.statusCode = status
    run()
    return writeHead.call(this, status)
  } as ServerResponse['writeHead']
}

export function setDefault(response: ServerResponse, name: string, value: string): void {
  if (!response.hasHeader(name)) response.setHeader(name, value)
}
