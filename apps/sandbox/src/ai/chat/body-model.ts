/** The `model` of a JSON body; null when it names none. */
export function bodyModel(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('model' in body)) return null
  return typeof body.model === 'string' ? body.model : null
}
