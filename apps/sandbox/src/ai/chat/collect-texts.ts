/** Every message text in a request body, whatever the vendor's shape: strings, parts, a top-level system prompt. */
export function collectTexts(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return []
  const source = body as Record<string, unknown>
  const texts: string[] = []
  gather(source.system, texts)
  gather(source.messages, texts)
  return texts
}

function gather(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (Array.isArray(value)) for (const item of value) gather(item, texts)
  else if (typeof value === 'object' && value !== null) {
    const part = value as Record<string, unknown>
    gather(part.text, texts)
    gather(part.content, texts)
  }
}
