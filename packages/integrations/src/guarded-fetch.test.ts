import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGuardedFetch } from './guarded-fetch.ts'
import type { ResolvedAddress } from './guarded-fetch.ts'

let connections = 0
const server = createServer((_, response) => response.end('secret'))
server.on('connection', () => {
  connections += 1
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))
const port = () => (server.address() as AddressInfo).port

const ipv4 = (address: string): ResolvedAddress => ({ address, family: address.includes(':') ? 6 : 4 })

/** The code at the bottom of whatever was thrown. */
async function refusalOf(work: Promise<unknown>): Promise<string> {
  let error: unknown = await work.then(
    () => new Error('it connected'),
    (cause: unknown) => cause,
  )
  while (error instanceof Error && !('code' in error) && error.cause !== undefined) error = error.cause
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

function resolvingTo(addresses: string[]) {
  const asked: string[] = []
  const fetchIt = createGuardedFetch({
    resolve: async (hostname) => {
      asked.push(hostname)
      return addresses.map(ipv4)
    },
    isPublic: (address) => address === '203.0.113.200',
  })
  return { fetchIt, asked }
}

describe('an address that is closed', () => {
  it.each([
    'http://models.example/v1',
    'https://user:secret@models.example/v1',
    'https://127.0.0.1/v1',
    'https://2130706433/v1',
    'https://[::ffff:127.0.0.1]/v1',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/v1',
  ])('is refused by its URL alone: %s', async (url) => {
    const { fetchIt, asked } = resolvingTo(['203.0.113.200'])
    expect(await refusalOf(fetchIt(url))).toBe('ADDRESS_REFUSED')
    expect(asked).toEqual([])
  })

  it.each([[['127.0.0.1']], [['203.0.113.200', '127.0.0.1']], [['::1']], [[]]])(
    'is refused by what its name resolves to: %j',
    async (addresses) => {
      const before = connections
      const { fetchIt, asked } = resolvingTo(addresses)
      expect(await refusalOf(fetchIt(`https://models.example:${port()}/v1`))).toBe('ADDRESS_REFUSED')
      expect(asked).toEqual(['models.example'])
      expect(connections).toBe(before)
    },
  )
})

it('dials the very address that was judged, asking for the name once: a rebinding name gains nothing', async () => {
  const asked: string[] = []
  const fetchIt = createGuardedFetch({
    resolve: async (hostname) => {
      asked.push(hostname)
      return [ipv4(asked.length === 1 ? '127.0.0.1' : '192.0.2.1')]
    },
    isPublic: () => true,
  })
  const before = connections
  // The server speaks no TLS: that it was reached at all is the point.
  await expect(fetchIt(`https://models.example:${port()}/v1`)).rejects.toThrow()
  expect(asked).toEqual(['models.example'])
  expect(connections).toBe(before + 1)
})
