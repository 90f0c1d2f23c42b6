import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLogger } from '@mozhou/domain/create-logger'
import express from 'express'
import { expect, it } from 'vitest'
import { drain } from './drain.ts'
import { createEventStreams } from './http/event-streams.ts'
import { createMetrics } from './http/metrics.ts'

const log = createLogger({ name: 'test', level: 'silent' })

async function serve() {
  const metrics = createMetrics()
  const streams = createEventStreams(metrics)
  const app = express().use(streams.trackAsked)
  app.get('/events', (_req, res) => {
    res.type('text/event-stream').write('id: 1\ndata: first\n\n')
    const timer = setInterval(() => res.write('data: again\n\n'), 5)
    res.once('close', () => clearInterval(timer))
  })
  const slow = { asked: Promise.withResolvers<void>(), mayFinish: Promise.withResolvers<void>() }
  app.get('/slow', async (_req, res) => {
    slow.asked.resolve()
    await slow.mayFinish.promise
    res.send('finished')
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const viewers = async () => (await metrics.eventStreams.get()).values[0]?.value
  return { server, url, viewers, slow, endEventStreams: streams.endAll }
}

it('ends streams cleanly, lets a request finish, takes no new one, and is done soon', async () => {
  const { server, url, viewers, slow, endEventStreams } = await serve()
  const headers = { accept: 'text/event-stream' }
  const streams = await Promise.all([1, 2, 3].map(() => fetch(`${url}/events`, { headers })))
  expect(await viewers()).toBe(3)
  const answer = fetch(`${url}/slow`).then((response) => response.text())
  await slow.asked.promise
  const startedAt = performance.now()
  const drained = drain(server, { endEventStreams, log })
  // A clean end: reading to the end does not throw, as it would on a cut connection.
  const texts = await Promise.all(streams.map((response) => response.text()))
  for (const text of texts) expect(text).toContain('data: first')
  slow.mayFinish.resolve()
  expect(await answer).toBe('finished')
  await drained
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  expect(await viewers()).toBe(0)
  await expect(fetch(`${url}/slow`)).rejects.toThrow()
})
