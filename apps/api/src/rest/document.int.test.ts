import { randomUUID } from 'node:crypto'
import { apiKeyScopes } from '@mozhou/contracts/api-key-scopes'
import { formatId } from '@mozhou/contracts/ids'
import { defaultSettings } from '@mozhou/domain/environment'
import { propertyRounds } from '@mozhou/contracts/testing/env'
import type { PlanDto } from '@mozhou/contracts/orders/answers'
import { capabilities } from '@mozhou/contracts/models/kinds'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arbitraryOf } from '../testing/arbitrary-of.ts'
import { brokenTexts, brokenValues } from '../testing/broken-value.ts'
import { chargingWorkflows } from '../testing/charging-workflows.ts'
import { documentedOperations, documentJudge } from '../testing/documented-operations.ts'
import type { DocumentedOperation } from '../testing/documented-operations.ts'
import { addFinishedCreation } from '../testing/finished-creation.ts'
import { restClient } from '../testing/rest-client.ts'
import type { RestAnswer } from '../testing/rest-client.ts'
import { sampleModel } from '../testing/sample-model.ts'
import { startApi } from '../testing/start-api.ts'
import type { TestApi } from '../testing/start-api.ts'
import type { JsonObject } from './openapi/json-schemas.ts'
import { documentIn } from './openapi/serve-document.ts'

const document = documentIn('en')
const operations = documentedOperations(document)
const judge = documentJudge(document)
const { schemas } = document.components
/** A bounded count, about five hundred requests in all: few where each hashes a password. */
const runsOf = ({ id }: DocumentedOperation) => propertyRounds(['auth.register', 'auth.login'].includes(id) ? 5 : 15)

let base: TestApi
let api: TestApi
let send: ReturnType<typeof restClient>
/** An administrator in an API session may call everything, and here has work of their own, too. */
let bearer = ''
let userId = ''
let modelIds: string[] = []
let planId = ''
let orderId = ''
let campaignIds: string[] = []
let couponIds: string[] = []
let creations: { creationId: string; generationId: string; versionId: string }[] = []

beforeAll(async () => {
  base = await startApi()
  const settings = { ...defaultSettings, concurrencyLimit: 1_000 }
  const domain = { ...base.ctx, settings }
  api = await startApi({ deps: { domain, workflows: chargingWorkflows(() => domain) } })
  send = restClient(api.url)
  ;({ userId, accessToken: bearer } = await base.signIn('admin'))
  const gift = {
    userId: formatId('user', userId),
    amount: 100_000,
    reason: 'for the property test',
    requestKey: randomUUID(),
  }
  // Nobody gives themself anything.
  const giver = await base.signIn('finance')
  expect((await api.mutate('credits.adjust', { bearer: giver.accessToken, input: gift })).status).toBe(200)
  const models = await Promise.all(
    ['a', 'b', 'c'].map((alias) => send('POST /models', { bearer, body: sampleModel(alias) })),
  )
  // A model for every capability that a kind of creation asks for: otherwise every run would be refused.
  await Promise.all(
    capabilities.map((capability) =>
      send('POST /models', { bearer, body: { ...sampleModel(capability), capability } }),
    ),
  )
  const plans = await api.query('orders.plans')
  planId = (plans.data as PlanDto[])[0]?.id ?? ''
  modelIds = models.map(({ body }) => (body as { id: string }).id)
  const order = await send('POST /credit/recharge', { bearer, body: { amountFen: 2_000 } })
  orderId = (order.body as { id: string }).id
  const made = async (endpoint: string) => {
    const { body } = operations.find(({ method, path }) => `${method} ${path}` === endpoint) ?? {}
    const answers = [1, 2, 3, 4, 5, 6].map(() => send(endpoint, { bearer, body: body?.example }))
    return (await Promise.all(answers)).map((answer) => (answer.body as { id: string }).id)
  }
  campaignIds = await made('POST /operation/activities')
  couponIds = await made('POST /operation/coupons')
  creations = await Promise.all(operations.map(() => addFinishedCreation(base.ctx, userId)))
})
afterAll(async () => {
  await api.close()
  await base.close()
})

interface Asked {
  path: string
  query: Record<string, unknown>
  headers: Record<string, string>
  body: unknown
}

/** Ids of what exists, so that a request may succeed. */
function known({ path }: DocumentedOperation, name: string, index: number): string | null {
  if (path.startsWith('/operation/activities/')) return campaignIds[index % campaignIds.length] ?? ''
  if (path.startsWith('/operation/coupons/')) return couponIds[index % couponIds.length] ?? ''
  const creation = creations[index % creations.length]
  if (name === 'order_id') return orderId
  if (name === 'issue_id') return formatId('couponIssue', userId)
  // Nobody has published anything here, nor set an address.
  if (name === 'publication_id') return formatId('publication', userId)
  if (name === 'account_id') return formatId('platformAccount', userId)
  if (name === 'webhook_id') return formatId('webhook', userId)
  // One that is not there, or is read already, changes nothing.
  if (name === 'notification_id') return formatId('notification', userId)
  if (name === 'generation_id') return creation ? formatId('generation', creation.generationId) : null
  return creation && name !== 'model_id' ? formatId('creation', creation.creationId) : null
}

function pathOf(operation: DocumentedOperation, valueOf: (name: string, schema: JsonObject) => string): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(valueOf(name, operation.parameters.find((one) => one.name === name)?.schema ?? {})),
  )
}

/** The example, with the version that the creation of this number has. */
function bodyOf({ body }: DocumentedOperation, index: number): JsonObject | undefined {
  const creation = creations[index % creations.length]
  if (!body || !creation) return body?.example
  const versionId = formatId('version', creation.versionId)
  const ids = { baseVersionId: versionId, versionId, creationIds: [formatId('creation', creation.creationId)], planId }
  // What a person has, and what they were shown that it costs them.
  const theirs = { userCouponId: undefined, payableFen: undefined }
  const own = Object.entries({ ...ids, ...theirs }).filter(([name]) => name in body.example)
  return { ...body.example, ...Object.fromEntries(own) }
}

/** What must be asked along: the first of its choices. */
function neededQuery({ parameters }: DocumentedOperation): Record<string, unknown> {
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required)
  return Object.fromEntries(
    needed.map(({ name, schema }) => [name, ((schema['enum'] ?? schema['examples']) as unknown[])[0]]),
  )
}

const isModel = (operation: DocumentedOperation) => operation.path.startsWith('/models')

/** What exists, for the operation of this number. */
function pathToKnown(operation: DocumentedOperation, index: number): string {
  return pathOf(operation, (name) =>
    isModel(operation) ? (modelIds[index % 2] ?? '') : (known(operation, name, index) ?? ''),
  )
}

async function ask(operation: DocumentedOperation, { path, query, headers, body }: Partial<Asked> & { path: string }) {
  const search = new URLSearchParams(
    Object.entries(query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const text = search.size > 0 ? `?${search.toString()}` : ''
  const call = { ...(operation.isPublic ? {} : { bearer }), ...(headers && { headers }) }
  return send(`${operation.method} ${path}${text}`, { ...call, ...(body !== undefined && { body }) })
}

/** Nothing but what the document promises. */
function expectDocumented(operation: DocumentedOperation, answer: RestAnswer): void {
  const told = `${operation.id} ${answer.status} ${JSON.stringify(answer.body).slice(0, 400)}`
  expect(answer.status, told).toBeLessThan(500)
  expect([...operation.answers.keys()], told).toContain(answer.status)
  expect(answer.headers.get('ratelimit'), told).toMatch(/^"(user|anonymous|refresh)";r=/)
  const schema = operation.answers.get(answer.status)
  if (schema) expect(judge.complaints(schema, answer.body), told).toEqual([])
}

const stream = 'creations.events'
/** What only a secret of one's own opens, or what something else must come before. */
const needsMore = new Set([
  'auth.refresh',
  'auth.logout',
  'accountDeletion.request',
  // Of what was deleted before, and of a rewrite that was made.
  'creations.undelete',
  // Of pictures, and of works of pictures.
  'images.generate',
  'images.variation',
  'images.edit',
  'images.upscale',
  'images.enlarge',
  'images.regenerate',
  'images.get',
  'images.attach',
  'images.detach',
  'creations.rewriteSelection',
  'creations.rewrite',
  'creations.acceptRewrite',
  'creations.dismissRewrite',
  // Of an order that was paid, and as it was quoted.
  'refunds.request',
  'refunds.approve',
  'refunds.reject',
  // Of a rebate that waits for a decision.
  'referrals.approve',
  // Of a campaign that runs, a coupon that is active, and one that the person has.
  'campaigns.get',
  'campaigns.participate',
  'campaigns.checkIns',
  'coupons.get',
  'coupons.claim',
  'coupons.issue',
  'coupons.use',
  // Of a channel, and here is none.
  'orders.pay',
  'withdrawals.savePayee',
  'withdrawals.beginBinding',
  // Of one that was begun.
  'withdrawals.binding',
  // Of cash, which nobody has here, and of a withdrawal of it.
  'withdrawals.request',
  'withdrawals.cancel',
  'withdrawals.repeat',
  'withdrawals.exchange',
  'withdrawals.one',
  'withdrawals.approve',
  'withdrawals.reject',
  'withdrawals.retry',
  // Of a file, and here is none.
  'images.uploadMask',
  'files.upload',
  'files.put',
  'files.get',
  'files.one',
  'files.link',
  'files.takeUnmarked',
  'files.declareAi',
  // Of an issue of coupons, and here is none.
  'coupons.issueResult',
  // Of a platform's account and of what goes to it, and here is none.
  'publications.connect',
  'publications.checkAccount',
  'publications.saveAccount',
  'publications.disconnect',
  'publications.preview',
  'publications.publish',
  'publications.one',
  'publications.reschedule',
  'publications.publishNow',
  'publications.cancel',
  'publications.confirm',
  'publications.correctAddress',
  'publications.denyPosted',
  'publications.retry',
  'publications.retract',
  'publications.oneOfAll',
  'publications.retryForPerson',
  // Of an address that was set.
  'webhooks.save',
  'webhooks.remove',
  'webhooks.deliveries',
])
const numbered = operations.map((operation, index) => [operation.id, operation, index] as const)
const plain = numbered.filter(([id]) => id !== stream)

it.each(plain)('%s: the example of the document works', async (id, operation, index) => {
  const path = pathToKnown(operation, index)
  const answer = await ask(operation, { path, query: neededQuery(operation), body: bodyOf(operation, index) })
  expectDocumented(operation, answer)
  if (!needsMore.has(id)) expect(answer.status, JSON.stringify(answer.body)).toBe(200)
})

it.each(plain)('%s: whatever fits the document is answered as documented', async (_id, operation, index) => {
  const query = operation.parameters.filter((parameter) => parameter.in === 'query')
  const asked = fc.record({
    isKnown: fc.boolean(),
    ids: fc.record(
      Object.fromEntries(operation.parameters.map(({ name, schema }) => [name, arbitraryOf(schema, schemas)])),
    ),
    query: fc.record(Object.fromEntries(query.map(({ name, schema }) => [name, arbitraryOf(schema, schemas)])), {
      requiredKeys: [],
    }),
    body: operation.body ? arbitraryOf(operation.body.schema, schemas) : fc.constant(undefined),
    key: operation.isKeyed ? fc.option(fc.constantFrom('k1', 'k2'), { nil: undefined }) : fc.constant(undefined),
  })
  const property = fc.asyncProperty(asked, async ({ isKnown, ids, query, body, key }) => {
    const path = isKnown ? pathToKnown(operation, index) : pathOf(operation, (name) => String(ids[name]))
    const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': `${operation.id} ${key}` }
    expectDocumented(operation, await ask(operation, { path, query, headers, body }))
  })
  await fc.assert(property, runsOf(operation))
})

function expectRefused(operation: DocumentedOperation, answer: RestAnswer, field: string): void {
  expectDocumented(operation, answer)
  const told = `${operation.id} ${field}: ${JSON.stringify(answer.body).slice(0, 400)}`
  expect(answer.status, told).toBe(400)
  expect(answer.error?.code, told).toBe('VALIDATION_FAILED')
  const { fields = [] } = answer.error ?? {}
  expect(
    fields.some(({ path }) => path === field || path.startsWith(`${field}.`)),
    told,
  ).toBe(true)
  for (const { rule, message } of fields) expect([rule, message], told).not.toContain('')
}

describe('whatever does not fit is refused, naming field and rule', () => {
  const bodied = plain.filter(([, { body }]) => body !== null)
  it.each(bodied)('%s: body', async (_id, operation, index) => {
    const { schema: asked = {}, example = {} } = operation.body ?? {}
    // Where there is a choice, the first is the one that the example shows.
    const [schema = asked] = (asked['anyOf'] ?? []) as JsonObject[]
    const properties = Object.entries(schema['properties'] as Record<string, JsonObject>)
    const required = (schema['required'] ?? []) as string[]
    const breakages = properties.flatMap(([name, property]) => [
      ...brokenValues(property, (value) => judge.fits(property, value)).map((value) => ({ name, value })),
      ...(required.includes(name) ? [{ name, value: undefined }] : []),
    ])
    const breakage = fc.constantFrom(
      ...breakages.filter(({ name, value }) => name !== 'input' || typeof value !== 'object'),
    )
    const property = fc.asyncProperty(breakage, async ({ name, value }) => {
      const path = pathToKnown(operation, index)
      expectRefused(operation, await ask(operation, { path, body: { ...example, [name]: value } }), name)
    })
    await fc.assert(property, runsOf(operation))
  })

  const parametered = numbered.filter(([, { parameters }]) => parameters.length > 0)
  it.each(parametered)('%s: path, query and headers', async (_id, operation, index) => {
    const breakages = operation.parameters.flatMap((parameter) =>
      brokenTexts(parameter.schema, (value) => judge.fits(parameter.schema, value)).map((text) => ({
        parameter,
        text,
      })),
    )
    for (const { parameter, text } of breakages) {
      const inPath = pathOf(operation, (name) =>
        name === parameter.name ? text : (known(operation, name, index) ?? ''),
      )
      const path = parameter.in === 'path' ? inPath : pathToKnown(operation, index)
      const query = { ...neededQuery(operation), ...(parameter.in === 'query' ? { [parameter.name]: text } : {}) }
      const headers = parameter.in === 'header' ? { [parameter.name]: text } : {}
      const answer = await ask(operation, { path, query, headers, body: operation.body?.example })
      expectRefused(operation, answer, parameter.name)
    }
  })
})

describe('who may', () => {
  it.each(numbered.filter(([, { isPublic }]) => !isPublic))('%s: nobody unknown', async (_id, operation, index) => {
    const answer = await send(`${operation.method} ${pathToKnown(operation, index)}`)
    expect(answer).toMatchObject({ status: 401, error: { code: 'UNAUTHENTICATED' } })
    expectDocumented(operation, answer)
  })

  it.each(plain.filter(([, { isPublic }]) => !isPublic))(
    '%s: a key of its scope alone',
    async (_id, operation, index) => {
      const keyWith = async (scopes: readonly string[]) => {
        const { accessToken } = await base.signIn('admin')
        const created = await api.mutate('apiKeys.create', { bearer: accessToken, input: { name: 'k', scopes } })
        return (created.data as { key: string }).key
      }
      const call = async (key: string) => {
        const body = operation.body?.example
        const endpoint = `${operation.method} ${pathToKnown(operation, index)}`
        return send(endpoint, { bearer: key, ...(body !== undefined && { body }) })
      }
      const others = await call(await keyWith(apiKeyScopes.filter((scope) => scope !== operation.scope)))
      expect(others).toMatchObject({ status: 403, error: { code: 'API_KEY_SCOPE_MISSING' } })
      if (operation.scope !== null) expect((await call(await keyWith([operation.scope]))).status).not.toBe(403)
    },
  )
})

it('streams the end of a finished generation as documented', async () => {
  const generationId = formatId('generation', creations[0]?.generationId ?? '')
  const answer = await send(`GET /creations/${generationId}/events`, { bearer })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(answer.body).toContain('event: done')
})

it('serves the document and the page in the language asked for', async () => {
  const served = await send('GET /openapi.json', { headers: { 'accept-language': 'en' } })
  expect(served.body).toEqual(document)
  const page = await send('GET /docs', { headers: { 'accept-language': 'zh-CN' } })
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'")
  expect(page.body).toContain('<html lang="zh-CN">')
  expect((await send('GET /docs?lang=en')).body).toContain('<html lang="en">')
  expect((await send('GET /docs.css')).headers.get('content-type')).toContain('text/css')
})
