/**
 * The error in a refusal's body that is written like a frame of the stream that was asked for: `data: {"error":{…}}`.
 * undefined for every other text.
 */
export function readFramedError(text: string | undefined): object | undefined {
  const json = /^data:[ ]?(\{.*\})\s*$/s.exec(text ?? '')?.[1]
  if (json === undefined) return undefined
  try {
    const body: unknown = JSON.parse(json)
    return typeof body === 'object' && body !== null ? body : undefined
  } catch {
    return undefined
  }
}
