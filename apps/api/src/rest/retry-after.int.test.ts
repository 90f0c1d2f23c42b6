import { termsVersion } from '@mozhou/contracts/accounts/terms'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { randomUUID } from 'node:crypto'
import { errorTable } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { defaultSettings } from '@mozhou/domain/environment'
import { standardBenefits } from '@mozhou/domain/testing/standard-benefits'
import { testPassword } from '@mozhou/domain/testing/test-domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRateLimits } from '../rate-limits.ts'
import type { RateLimitSettings } from '../rate-limits.ts'
import { restClient } from '../testing/rest-client.ts'
import type { RestAnswer } from '../testing/rest-client.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'

type Send = ReturnType<typeof restClient>

let base: TestApi
beforeAll(async () => {
  base = await startApi()
})
afterAll(() => base.close())

const day = 86_400
const form = { topic: '城市露营', length: 800 }
const generate = (send: Send, bearer: string) => send('POST /writing/wechat_article/generate', { bearer, body: form })

/** The last of these calls, under these limits. */
async function lastUnder(
  settings: Partial<RateLimitSettings>,
  work: (send: Send) => Promise<RestAnswer>,
  deps: { eventStreamsLimit?: number } = {},
) {
  const redis = base.ctx.redis.duplicate({ keyPrefix: `test:${randomUUID()}:` })
  const many = { user: 1_000, address: 1_000, anonymous: 1_000, auth: 1_000, authHour: 1_000, refresh: 1_000 }
  const limits = createRateLimits(redis, { ...many, ...settings })
  const api = await startApi({ deps: { limits, domain: { ...base.ctx, settings: defaultSettings }, ...deps } })
  try {
    return await work(restClient(api.url))
  } finally {
    await api.close()
    redis.disconnect()
  }
}

async function addMembership(userId: string): Promise<void> {
  const now = base.ctx.clock.now()
  const endsAt = new Date(now.getTime() + 30 * day * 1_000)
  const period = { id: base.ctx.newId(), userId, startsAt: now, endsAt, createdAt: now }
  await base.ctx.prisma.membershipPeriod.create({
    data: { ...period, source: 'gift', sourceId: 'test', benefits: { ...standardBenefits, dailyLimit: 1 } },
  })
}

async function twice(ask: () => Promise<RestAnswer>): Promise<RestAnswer> {
  await ask()
  return ask()
}

const overLimit = (kind: keyof RateLimitSettings, ask: (send: Send, bearer: string) => Promise<RestAnswer>) =>
  lastUnder({ [kind]: 1 }, async (send) => {
    const { accessToken } = await base.signIn('creator')
    return twice(() => ask(send, accessToken))
  })

const me = (send: Send, bearer: string) => send('GET /auth/me', { bearer })

/** Every way to be told 429, and the longest that it can last. */
const ways: [string, string, number, () => Promise<RestAnswer>][] = [
  ['RATE_LIMITED', 'per person', 60, () => overLimit('user', me)],
  ['RATE_LIMITED', 'per address', 60, () => overLimit('address', me)],
  ['RATE_LIMITED', 'of nobody known', 60, () => overLimit('anonymous', (send) => send('GET /nothing'))],
  [
    'RATE_LIMITED',
    'of an event stream',
    60,
    () =>
      overLimit('user', (send, bearer) =>
        send(`GET /creations/${formatId('generation', base.ctx.newId())}/events`, { bearer }),
      ),
  ],
  [
    'RATE_LIMITED',
    'of an export',
    60,
    () =>
      overLimit('user', (send, bearer) =>
        send(`GET /creations/${formatId('creation', base.ctx.newId())}/export?format=md`, { bearer }),
      ),
  ],
  [
    'RATE_LIMITED',
    'of what is not there yet',
    60,
    () => overLimit('user', (send, bearer) => send('POST /image/generate', { bearer })),
  ],
  [
    'RATE_LIMITED',
    'of passwords',
    60,
    () => overLimit('auth', (send) => send('POST /auth/login', { body: { login: 'x', password: 'x' } })),
  ],
  [
    'LOGIN_LOCKED',
    'after wrong passwords',
    day,
    () =>
      lastUnder({}, async (send) => {
        const body = {
          username: 'locked',
          email: 'locked@example.com',
          password: testPassword,
          acceptedTerms: termsVersion,
        }
        await send('POST /auth/register', { body })
        for (let tries = 0; tries < 6; tries += 1)
          await send('POST /auth/login', { body: { login: 'locked', password: 'wrong one' } })
        return send('POST /auth/login', { body: { login: 'locked', password: testPassword } })
      }),
  ],
  [
    'CONCURRENCY_LIMIT',
    'with texts under way',
    60,
    () =>
      lastUnder({}, async (send) => {
        const { accessToken } = await base.signIn('creator')
        for (let begun = 0; begun < defaultSettings.concurrencyLimit; begun += 1) await generate(send, accessToken)
        return generate(send, accessToken)
      }),
  ],
  [
    'EVENT_STREAMS_LIMIT',
    'with streams open',
    60,
    () =>
      lastUnder(
        {},
        async (send) => {
          const { accessToken: bearer } = await base.signIn('creator')
          const { body } = await generate(send, bearer)
          const { generationId } = body as GenerationStartedDto
          return send(`GET /creations/${generationId}/events`, { bearer })
        },
        { eventStreamsLimit: 0 },
      ),
  ],
  [
    'FAIR_USE_LIMIT',
    'of a member in a day',
    day,
    () =>
      lastUnder({}, async (send) => {
        const { userId, accessToken } = await base.signIn('creator')
        await addMembership(userId)
        return twice(() => generate(send, accessToken))
      }),
  ],
]

it.each(ways)('%s %s says when to come back', async (code, _way, longest, meet) => {
  const answer = await meet()
  expect(answer).toMatchObject({ status: 429, error: { code } })
  const seconds = Number(answer.headers.get('retry-after'))
  expect(seconds).toBeGreaterThanOrEqual(1)
  expect(seconds).toBeLessThanOrEqual(longest)
  if (code === 'FAIR_USE_LIMIT') expect(seconds).toBeGreaterThan(day - 120)
})

/** Of a procedure that has no address under /api/v1. */
const overTrpcAlone = new Set(['VERIFICATION_LIMIT', 'PASSWORD_RESET_LIMIT', 'SUPPORT_MESSAGES_LIMIT'])

it('knows every 429 there is', () => {
  const codes = Object.entries(errorTable).flatMap(([code, { http }]) =>
    http === 429 && !overTrpcAlone.has(code) ? [code] : [],
  )
  expect([...new Set(ways.map(([code]) => code))].toSorted()).toEqual(codes.toSorted())
})
