import { once } from 'node:events'
import { createServer as createPlainServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { vendorFetch } from './ai/vendor-fetch.ts'
import { createGuardedFetch } from './guarded-fetch.ts'
import { startLocalResolver } from './testing/local-resolver.ts'

/** TLS without certificates, so that none has to lie in the repository. */
const anonymousTls = { ciphers: 'AECDH-AES128-SHA:@SECLEVEL=0', maxVersion: 'TLSv1.2' } as const
const open = '127.0.0.1'
const closed = '127.0.0.2'

const closing: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

/** Listens on every address of the machine; `dialled` are those that connections came in on. */
async function serve(
  answer: RequestListener,
  make = (listener: RequestListener): Server => createServer(anonymousTls, listener),
) {
  const dialled: (string | undefined)[] = []
  const server = make((request, response) => {
    dialled.push(request.socket.localAddress)
    response.setHeader('connection', 'close')
    answer(request, response)
  })
  server.listen(0, '0.0.0.0')
  await once(server, 'listening')
  closing.push(() => server.close())
  const address = server.address()
  return { dialled, port: typeof address === 'object' && address ? address.port : 0 }
}

async function guarded(answers: (name: string, lookUp: number) => string[]) {
  const resolver = await startLocalResolver(answers)
  closing.push(() => resolver.close())
  const fetchIt = createGuardedFetch(
    { resolve: (name) => resolver.resolve(name), isPublic: (address) => address === open },
    { ...anonymousTls, rejectUnauthorized: false },
  )
  return { fetchIt, asked: resolver.asked }
}

it('connects to the address that it judged, whatever the name says a moment later', async () => {
  const { dialled, port } = await serve((_, response) => response.end('ok'))
  const { fetchIt, asked } = await guarded((_, lookUp) => [lookUp === 1 ? open : closed])
  const url = `https://models.example:${port}/v1`
  const answer = await fetchIt(url)
  expect(await answer.text()).toBe('ok')
  expect({ dialled, asked }).toEqual({ dialled: [open], asked: ['models.example'] })
  // The next connection asks again, and meets what the name has become.
  await expect(fetchIt(url)).rejects.toMatchObject({ cause: { code: 'ADDRESS_REFUSED' } })
  expect(dialled).toEqual([open])
})

it('refuses a name with one closed address among good ones, before any connection', async () => {
  const { dialled, port } = await serve((_, response) => response.end('secret'))
  const { fetchIt } = await guarded(() => [open, closed])
  await expect(fetchIt(`https://models.example:${port}/v1`)).rejects.toMatchObject({
    cause: { code: 'ADDRESS_REFUSED' },
  })
  expect(dialled).toEqual([])
})

it.each([301, 302, 303, 307, 308])('does not go where an answer of %i sends it', async (status) => {
  const { dialled, port } = await serve((_, response) =>
    response.writeHead(status, { location: 'https://other.example/' }).end(),
  )
  const { fetchIt, asked } = await guarded(() => [open])
  const answer = await fetchIt(`https://models.example:${port}/v1`, { method: 'POST', body: '{}', redirect: 'follow' })
  expect(answer.status).toBe(status)
  expect({ dialled, asked }).toEqual({ dialled: [open], asked: ['models.example'] })
})

it('follows no redirect of an address that the deployment vouches for either', async () => {
  const inside = await serve((_, response) => response.end('secret'), createPlainServer)
  const { port } = await serve(
    (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${inside.port}/` }).end(),
    createPlainServer,
  )
  const answer = await vendorFetch({ network: 'private' })(`http://127.0.0.1:${port}/v1`)
  expect(answer.status).toBe(302)
  expect(inside.dialled).toEqual([])
})
