import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { createSandbox } from '../app.ts'
import type { RequestRecord } from '../core/request-log.ts'

export interface RunningSandbox {
  url: string
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Calls a control endpoint and returns its JSON. */
  control<T>(method: string, path: string, body?: unknown): Promise<T>
  lastRequest(): Promise<RequestRecord>
  defects: unknown[]
  stop(): Promise<void>
}

/** A sandbox of its own on a free port, without waits. */
export async function startSandbox(): Promise<RunningSandbox> {
  const defects: unknown[] = []
  const app = createSandbox({
    settings: { chunkDelayMs: 0, firstByteMs: 0, taskMs: 0 },
    onDefect: (cause) => defects.push(cause),
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/__sandbox${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return (text === '' ? null : JSON.parse(text)) as T
  }
  return {
    url,
    defects,
    control,
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async lastRequest() {
      const { requests } = await control<{ requests: RequestRecord[] }>('GET', '/requests?limit=1')
      const [request] = requests
      if (request === undefined) throw new Error('no request was logged')
      return request
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
