export interface SseFrame {
  event: string | null
  /** Joined data lines; null for frames of comments only. */
  data: string | null
  comments: string[]
}

/** A plain reading of an event stream, written from the standard and not from the sandbox's writer. */
export function parseFrames(raw: string): SseFrame[] {
  return raw
    .split(/\r?\n\r?\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block.split(/\r?\n/)
      const values = (name: string) =>
        lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ''))
      const data = values('data')
      return {
        event: values('event')[0] ?? null,
        data: data.length === 0 ? null : data.join('\n'),
        comments: lines.filter((line) => line.startsWith(':')),
      }
    })
}

/** The whole body, and whether the connection broke before its end. */
export async function readAll(response: Response): Promise<{ raw: string; isCut: boolean; pieces: Uint8Array[] }> {
  const pieces: Uint8Array[] = []
  const decoder = new TextDecoder()
  let raw = ''
  if (response.body === null) return { raw, isCut: false, pieces }
  const reader = response.body.getReader()
  for (;;) {
    try {
      const { done, value } = await reader.read()
      if (done) return { raw: raw + decoder.decode(), isCut: false, pieces }
      pieces.push(value)
      raw += decoder.decode(value, { stream: true })
    } catch (cause) {
      if (cause instanceof TypeError) return { raw, isCut: true, pieces }
      throw cause
    }
  }
}

type Json = Record<string, unknown>

/** Parsed JSON of every data frame but `[DONE]`. */
export function jsonFrames(raw: string): Json[] {
  return parseFrames(raw)
    .map((frame) => frame.data)
    .filter((data) => data !== null && data !== '[DONE]')
    .map((data) => JSON.parse(data ?? '') as Json)
}

/** Value at a path of keys and indexes; undefined where it ends early. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined,
    value,
  )
}

/** The strings found at one path of every frame, joined. */
export function joinedText(frames: readonly unknown[], ...path: (string | number)[]): string {
  return frames
    .map((frame) => at(frame, ...path))
    .filter((value) => typeof value === 'string')
    .join('')
}
