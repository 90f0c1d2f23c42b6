/**
 * The error in a refusal's body that is written like a frame of the stream that was asked for: `data: {"error":{…}}`, in DashScope's own
 * stream behind `id:`, `event:error` and `:HTTP_STATUS/400`. undefined for every other text.
 */
export function readFramedError(text: string | undefined): object | undefined {
  const lines = text?.replace(/^\ufeff/, '').split(/\r?\n/) ?? []
  const isFrame = lines.every((line) => /^\s*$|^(?:id|event|retry|data)?:/.test(line))
  const json = lines.flatMap((line) => /^data:[ ]?(\{.*\})\s*$/.exec(line)?.[1] ?? []).at(0)
  if (!isFrame) return undefined
  if (json === undefined) return undefined
  try {
    const body: unknown = JSON.parse(json)
    return typeof body === 'object' && body !== null ? body : undefined
  } catch {
    return undefined
  }
}
