import { createServer } from 'node:http'
import type { Credentials } from '../account-port.ts'
import type { PublishingConnector, RawWebhook, WebhookReading } from '../port.ts'

export interface NoticeListener {
  url: string
  readings: WebhookReading[]
  raws: RawWebhook[]
  stop(): Promise<void>
}

/** Takes what a platform sends, as an endpoint of ours would, and answers with what the connector says. */
export async function listenForNotices(
  find: () => { connector: PublishingConnector; credentials: Credentials | null },
): Promise<NoticeListener> {
  const readings: WebhookReading[] = []
  const raws: RawWebhook[] = []
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = []
    for await (const part of request as AsyncIterable<Uint8Array>) parts.push(part)
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const raw: RawWebhook = {
      method: request.method === 'GET' ? 'GET' : 'POST',
      query,
      headers,
      body: Buffer.concat(parts),
    }
    const { connector, credentials } = find()
    const reading = connector.webhooks?.read(raw, credentials)
    if (!reading) throw new Error('this platform sends no notices')
    raws.push(raw)
    readings.push(reading)
    response.writeHead(reading.reply.status, { 'content-type': reading.reply.contentType }).end(reading.reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the listener has no port')
  return {
    url: `http://127.0.0.1:${address.port}/callbacks`,
    readings,
    raws,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
