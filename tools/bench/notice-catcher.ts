import { createServer } from 'node:http'

export interface CaughtNotice {
  path: string
  headers: Record<string, string>
  body: Buffer<ArrayBuffer>
}

interface NoticeCatcher {
  url: string
  caught: CaughtNotice[]
  close(): Promise<void>
}

/** Stands where the channels reach us, takes what they tell, and keeps it to be handed on later, as fast as one likes. */
export async function catchNotices(): Promise<NoticeCatcher> {
  const caught: CaughtNotice[] = []
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = []
    for await (const part of request as AsyncIterable<Uint8Array>) parts.push(part)
    const { 'content-type': type = '' } = request.headers
    caught.push({ path: request.url ?? '', headers: { 'content-type': type }, body: Buffer.concat(parts) })
    response.writeHead(200, { 'content-type': 'text/plain' }).end('success')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the catcher has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    caught,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
