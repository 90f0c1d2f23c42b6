import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'

/** What the pretended vendor does with one request. */
export interface Script {
  status?: number
  headers?: Record<string, string>
  /** Written one by one. */
  chunks: (string | Uint8Array)[]
  beforeFirstMs?: number
  betweenMs?: number
  /** `cut` drops the connection, `hang` keeps it open in silence. */
  ending?: 'end' | 'cut' | 'hang'
}

export interface SeenRequest {
  method: string
  path: string
  headers: IncomingHttpHeaders
  /** Empty where it was no JSON. */
  body: Record<string, unknown>
  /** A form of parts, field by field; files as they came. */
  form(): Promise<FormData>
  /** The same for requests that came over one connection. */
  connection: number | undefined
  /** Settles when the connection of this answer is closed; true when we had finished it first. */
  closed: Promise<boolean>
}

export interface VendorServer {
  url: string
  requests: SeenRequest[]
  /** Scripts for the coming requests; the last one stays for all further ones. */
  play(...scripts: Script[]): void
  stop(): Promise<void>
}

const sse = { 'content-type': 'text/event-stream; charset=utf-8' }
const json = { 'content-type': 'application/json' }

export const streamOf = (...chunks: (string | Uint8Array)[]): Script => ({ headers: sse, chunks })

export const jsonOf = (status: number, body: unknown, headers: Record<string, string> = {}): Script => ({
  status,
  headers: { ...json, ...headers },
  chunks: [JSON.stringify(body)],
})

async function answer(response: ServerResponse, script: Script): Promise<void> {
  if (script.beforeFirstMs) await delay(script.beforeFirstMs)
  response.writeHead(script.status ?? 200, script.headers ?? sse)
  response.flushHeaders()
  for (const chunk of script.chunks) {
    response.write(chunk)
    await (script.betweenMs ? delay(script.betweenMs) : nextTurn())
  }
  if (script.ending === 'cut') response.destroy()
  else if (script.ending !== 'hang') response.end()
}

async function readBytes(request: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}

export async function startVendorServer(): Promise<VendorServer> {
  const requests: SeenRequest[] = []
  let scripts: Script[] = []
  const server = createServer(async (request, response) => {
    const closed = new Promise<boolean>((resolve) => response.on('close', () => resolve(response.writableFinished)))
    const { method = '', url: path = '', headers } = request
    const connection = request.socket.remotePort
    const bytes = await readBytes(request)
    const type = headers['content-type'] ?? ''
    const body =
      bytes.length > 0 && !/^(?:multipart|video)\/|urlencoded/u.test(type) ? JSON.parse(bytes.toString('utf8')) : {}
    const form = () => new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
    requests.push({ method, path, headers, connection, body, form, closed })
    const script = scripts.length > 1 ? scripts.shift() : scripts[0]
    await answer(response, script ?? jsonOf(500, { error: 'no script' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    play: (...next) => {
      scripts = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
