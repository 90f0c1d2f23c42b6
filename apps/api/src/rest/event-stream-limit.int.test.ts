import { formatId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ deps: { eventStreamsLimit: 2 } })
})
afterAll(() => api.close())

async function addRunning(userId: string): Promise<string> {
  const { prisma, clock, newId } = api.ctx
  const [creationId, id, now] = [newId(), newId(), clock.now()]
  const work = { id: creationId, userId, kind: 'writing', toolKey: 'wechat-article', title: '茶', status: 'running' }
  await prisma.creation.create({ data: { ...work, createdAt: now, updatedAt: now } })
  const run = { ordinal: 1, kind: 'generate', status: 'running', requestKey: newId(), input: {}, createdAt: now }
  await prisma.generation.create({ data: { id, creationId, userId, coveredBy: 'credits', priceCredits: 10, ...run } })
  return formatId('generation', id)
}

it('lets one person watch so many at once, over REST and the apps together, and others besides', async () => {
  const [person, other] = [await api.signIn('creator'), await api.signIn('creator')]
  const [mine, theirs] = [await addRunning(person.userId), await addRunning(other.userId)]
  const leaving = new AbortController()
  const rest = (token: string, id: string) =>
    fetch(`${api.url}/api/v1/creations/${id}/events`, {
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
      signal: leaving.signal,
    })
  const subscribe = (token: string, id: string) =>
    fetch(
      `${api.url}/trpc/creations.progress?${new URLSearchParams({ input: JSON.stringify({ generationId: id }) }).toString()}`,
      {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
        signal: leaving.signal,
      },
    )
  expect((await rest(person.accessToken, mine)).status).toBe(200)
  expect((await subscribe(person.accessToken, mine)).status).toBe(200)
  const refused = await rest(person.accessToken, mine)
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({
    error: { code: 'EVENT_STREAMS_LIMIT', message: expect.stringContaining('watching 2 generations') },
  })
  expect(await (await subscribe(person.accessToken, mine)).text()).toContain('EVENT_STREAMS_LIMIT')
  expect((await rest(other.accessToken, theirs)).status).toBe(200)
  leaving.abort()
  await expect
    .poll(async () => {
      const again = new AbortController()
      const headers = { authorization: `Bearer ${person.accessToken}` }
      const { status } = await fetch(`${api.url}/api/v1/creations/${mine}/events`, { headers, signal: again.signal })
      again.abort()
      return status
    })
    .toBe(200)
})
