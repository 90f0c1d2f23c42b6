import { guardedFetch } from '../guarded-fetch.ts'

const mostRedirects = 3
const timeoutMs = 30_000

/** What lay at an address could not be had; the address stays out of the words. */
export class FileNotFetched extends Error {
  override name = 'FileNotFetched'
}

async function open(url: string, signal: AbortSignal, redirects: number, fetcher: typeof fetch): Promise<Response> {
  const response = await fetcher(url, { redirect: 'manual', signal })
  const target = response.headers.get('location')
  if (response.status >= 300 && response.status < 400 && target !== null && redirects > 0) {
    await response.body?.cancel()
    if (!URL.canParse(target, url)) throw new FileNotFetched('it leads nowhere')
    return open(new URL(target, url).href, signal, redirects - 1, fetcher)
  }
  if (response.status === 200) return response
  await response.body?.cancel()
  throw new FileNotFetched(`answered with ${response.status}`)
}

/**
 * Bytes from an address that a person entered: from the public internet alone, every redirect judged anew, capped in bytes and in time.
 * @throws FileNotFetched, or what the guarded client refuses with
 */
export async function* fetchFile(
  url: string,
  maxBytes: number,
  fetcher: typeof fetch = guardedFetch,
): AsyncIterable<Uint8Array> {
  const response = await open(url, AbortSignal.timeout(timeoutMs), mostRedirects, fetcher)
  let left = maxBytes
  for await (const part of response.body ?? []) {
    left -= part.byteLength
    if (left < 0) throw new FileNotFetched('more bytes than a picture may have')
    yield part
  }
}
