/** The fields of a form or the members of a JSON object; null when it is neither, or longer than `limit` bytes. */
export async function readForm(request: Request, limit: number): Promise<Record<string, unknown> | null> {
  try {
    const bytes = await request.arrayBuffer()
    if (bytes.byteLength > limit) return null
    const type = request.headers.get('content-type') ?? ''
    if (type.startsWith('application/json')) return asObject(JSON.parse(new TextDecoder().decode(bytes)))
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    return Object.fromEntries(form)
  } catch {
    return null
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
}
