import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { createLogger } from '@mozhou/domain/create-logger'
import { Client, Connection } from '@temporalio/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTemporalGateway } from './temporal-gateway.ts'

/** Takes connections and never says a word, as a frozen server does. */
const sockets: Socket[] = []
const silent = createServer((socket) => void sockets.push(socket))
let connection: Connection
beforeAll(async () => {
  silent.listen(0, '127.0.0.1')
  await once(silent, 'listening')
  connection = Connection.lazy({ address: `127.0.0.1:${(silent.address() as AddressInfo).port}` })
})
afterAll(async () => {
  await connection.close()
  for (const socket of sockets) socket.destroy()
  silent.close()
})

const gateway = () =>
  createTemporalGateway(new Client({ connection }), {
    namespace: 'default',
    uiUrl: null,
    log: createLogger({ name: 'test', level: 'silent' }),
  })

const start = {
  generationId: 'g',
  creationId: 'c',
  ordinal: 1,
  userId: 'u',
  tier: 'free',
  priceCredits: 10,
  bizType: 'writing',
  label: '测试',
} as const

it('a start is queued, a stop is taken as written down', async () => {
  const { startGeneration, stopGeneration } = gateway()
  await expect(Promise.all([startGeneration(start), stopGeneration('c', 1)])).resolves.toEqual([null, undefined])
})

it('what cannot be had without the server is told as an outage', async () => {
  const { startAudit, listRunning, ping } = gateway()
  const away = { code: 'SERVICE_UNAVAILABLE' }
  await Promise.all([
    expect(startAudit('a')).rejects.toMatchObject(away),
    expect(listRunning()).rejects.toMatchObject(away),
    expect(ping()).rejects.toThrow(),
  ])
})
