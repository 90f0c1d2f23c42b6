import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentedOperations } from '../testing/documented-operations.ts'
import { restClient } from '../testing/rest-client.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'
import { briefEndpoints } from './brief-endpoints.ts'
import { unservedEndpoints } from './not-yet-served.ts'
import { documentIn } from './openapi/serve-document.ts'
import { shapeOf } from './path-order.ts'
import { resumableRoutes } from './resumable/resumable-routes.ts'
import { callbackRoutes, platformCallbackRoutes, routes } from './served-routes.ts'

let api: TestApi
let send: ReturnType<typeof restClient>
beforeAll(async () => {
  api = await startApi()
  send = restClient(api.url)
})
afterAll(() => api.close())

const operations = documentedOperations(documentIn('en'))
const asked = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']

/** An address of this path, with ids of nothing. */
function addressOf(path: string): string {
  const id = formatId('creation', '019ab3d2-c4e5-7f60-a1b2-c3d4e5f60718')
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'tool_type' ? 'wechat_article' : id))
}

/** Of an operation; what takes a tool's form is described once for each tool. */
const procedureOf = (id: string) => id.replace(/^writing\.generate[A-Z]\w*$/, 'writing.generate')

/** Calls of every procedure so far. */
async function counted(): Promise<Map<string, number>> {
  const text = await (await fetch(`${api.url}/metrics`)).text()
  const rows = [...text.matchAll(/^mozhou_procedure_duration_seconds_count\{path="([\w.]+)".*\} (\d+)$/gm)]
  const counts = new Map<string, number>()
  for (const [, path = '', count] of rows) counts.set(path, (counts.get(path) ?? 0) + Number(count))
  return counts
}

async function calledBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await counted()
  await work()
  return [...(await counted())].filter(([path, count]) => count > (before.get(path) ?? 0)).map(([path]) => path)
}

const allowed = (methods: readonly string[]) =>
  [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted()
const told = (headers: Headers) => (headers.get('allow') ?? '').split(', ').toSorted()

describe.each([...Map.groupBy(operations, ({ path }) => path)])('%s', (path, on) => {
  const address = addressOf(path)

  it.each(on)('$method comes to its own procedure', async ({ id, method }) => {
    const called = await calledBy(() => send(`${method} ${address}`))
    const own = routes.map(({ procedure }) => procedure).filter((procedure) => procedure === procedureOf(id))
    expect(called).toEqual(own)
  })

  it('takes no other method, and says which it takes', async () => {
    const methods = [...on, ...resumableRoutes.filter((one) => one.path === path)].map(({ method }) => method)
    for (const method of asked.filter((one) => !methods.includes(one))) {
      const answer = await send(`${method} ${address}`)
      expect({ method, status: answer.status, code: answer.error?.code }).toEqual({
        method,
        status: 405,
        code: 'METHOD_NOT_ALLOWED',
      })
      expect(told(answer.headers)).toEqual(allowed(methods))
    }
    const options = await send(`OPTIONS ${address}`)
    expect([options.status, told(options.headers)]).toEqual([204, allowed(methods)])
  })
})

describe('what the brief names and is not there yet', () => {
  it('is whatever no route serves', () => {
    const served = [...briefEndpoints].filter(([name]) =>
      [...routes, ...callbackRoutes, ...platformCallbackRoutes].some(
        (one) => `${one.method} ${shapeOf(one.path)}` === shapeOf(name),
      ),
    )
    expect(unservedEndpoints.length).toBe(briefEndpoints.size - served.length)
    expect(unservedEndpoints.length).toBeGreaterThan(0)
  })

  it.each(unservedEndpoints)('$method $path says so, to whoever may use it', async ({ method, path, access }) => {
    const ask = (bearer?: string) => send(`${method} ${addressOf(path)}`, bearer === undefined ? {} : { bearer })
    const later = { status: 501, error: { code: 'NOT_IMPLEMENTED', message: expect.stringContaining('尚未提供') } }
    const [creator, operator] = [await api.signIn('creator'), await api.signIn('operator')]
    const unknown = await ask()
    if (access === 'public') expect(unknown).toMatchObject(later)
    else expect(unknown).toMatchObject({ status: 401, error: { code: 'UNAUTHENTICATED' } })
    const known = await ask(creator.accessToken)
    if (access === 'admin') expect(known).toMatchObject({ status: 403, error: { code: 'FORBIDDEN' } })
    else expect(known).toMatchObject(later)
    expect(await ask(operator.accessToken)).toMatchObject(later)
  })

  it('takes the methods that the brief names, and no other', async () => {
    const paths = Map.groupBy(unservedEndpoints, ({ path }) => path)
    for (const [path, on] of paths) {
      const methods = on.map(({ method }) => method)
      const answer = await send(`PATCH ${addressOf(path)}`)
      expect({ path, status: answer.status, allow: told(answer.headers) }).toEqual({
        path,
        status: 405,
        allow: allowed(methods),
      })
    }
  })

  it('lets a key ask for what is for everybody, and never for what is for operators', async () => {
    const { accessToken: bearer } = await api.signIn('admin')
    const created = await api.mutate('apiKeys.create', { bearer, input: { name: 'k', scopes: ['writing'] } })
    const { key } = created.data as { key: string }
    expect((await send('POST /video/generate', { bearer: key })).status).toBe(501)
    expect(await send('POST /operation/coupons', { bearer: key })).toMatchObject({
      status: 403,
      error: { code: 'API_KEY_SCOPE_MISSING' },
    })
  })
})
