/** More bytes came than were agreed to. */
export class TooManyBytes extends Error {
  override name = 'TooManyBytes'
}

/** A body whole, up to so many bytes; what comes after them is not read. @throws TooManyBytes */
export async function readCapped(response: Response, maxBytes: number): Promise<Buffer> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > maxBytes) {
    await response.body?.cancel()
    throw new TooManyBytes(`${announced} bytes announced, ${maxBytes} allowed`)
  }
  if (response.body === null) return Buffer.alloc(0)
  const parts: Uint8Array[] = []
  let size = 0
  // Leaving the loop cancels the body.
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > maxBytes) throw new TooManyBytes(`more than ${maxBytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** A fetch whose answers have at most so many bytes. */
export function cappedFetch(send: typeof fetch, maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init)
    const { status, statusText, headers } = response
    const body = await readCapped(response, maxBytes)
    const hasBody = ![101, 204, 205, 304].includes(status)
    return new Response(hasBody ? new Uint8Array(body) : null, { status, statusText, headers })
  }
}
