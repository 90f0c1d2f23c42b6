import { createServer, type Server } from 'node:http'
import type { NoticeReading, PaymentChannel, RawNotice } from '../port.ts'

export interface NoticeServer {
  url: string
  /** In the order of arrival. */
  raw: RawNotice[]
  readings: NoticeReading[]
  stop(): Promise<void>
}

/** What a merchant's callback does, without a database: read, and accept what is genuine. */
export async function startNoticeServer(channel: () => PaymentChannel): Promise<NoticeServer> {
  const raw: RawNotice[] = []
  const readings: NoticeReading[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const notice = { body: Buffer.concat(parts), headers }
    raw.push(notice)
    const reading = await channel().parseNotice(notice)
    readings.push(reading)
    const { status, contentType, body } = channel().answerTo(reading.ok ? 'accepted' : 'refused')
    response.writeHead(status, { 'content-type': contentType }).end(body)
  })
  const origin = await listen(server)
  return {
    url: `${origin}/callback`,
    raw,
    readings,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

/** Where nobody listens: somebody did, a moment ago. */
export async function closedAddress(): Promise<string> {
  const server = createServer()
  const origin = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return origin
}
