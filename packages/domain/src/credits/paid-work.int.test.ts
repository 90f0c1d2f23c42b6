import { listTransactionsInput, transactionsCsvInput } from '@mozhou/contracts/credits/inputs'
import { formatId, parseId } from '@mozhou/contracts/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDomain } from '../testing/test-domain.ts'
import { createTestDomain } from '../testing/test-domain.ts'
import { exportTransactions } from './export-transactions.ts'
import { listRefunds } from './list-refunds.ts'
import { listTransactions } from './list-transactions.ts'
import { postEntry } from './post-entry.ts'
import { reverseEntry } from './reverse-entry.ts'

let domain: TestDomain
let userId: string
const ids = { creation: '', generation: '' }

beforeAll(async () => {
  domain = await createTestDomain()
  userId = parseId('user', (await domain.signUp()).user.id) ?? ''
  const { newId, clock, prisma } = domain.ctx
  ids.creation = newId()
  ids.generation = newId()
  const times = { createdAt: clock.now(), updatedAt: clock.now() }
  await prisma.creation.create({
    data: { id: ids.creation, userId, kind: 'writing', toolKey: 'story', title: '雨夜', status: 'failed', ...times },
  })
  await prisma.generation.create({
    data: {
      id: ids.generation,
      creationId: ids.creation,
      userId,
      ordinal: 1,
      kind: 'rewrite',
      yields: 'offer',
      status: 'failed',
      requestKey: newId(),
      input: {},
      coveredBy: 'credits',
      priceCredits: 10,
      failureCode: 'AI_UNAVAILABLE',
      createdAt: times.createdAt,
    },
  })
  const reference = { type: 'generation', id: ids.generation } as const
  const key = `charge:${ids.generation}`
  await postEntry(domain.ctx, { key, kind: 'consume', userId, unit: 'credits', amount: -10, reference })
  await reverseEntry(domain.ctx, { key: `refund:${ids.generation}`, originalKey: key, kind: 'refund' })
})
afterAll(() => domain.close())

const list = async () =>
  (await listTransactions(domain.ctx, { ...listTransactionsInput.parse({}), userId })).items.map(({ kind, work }) => ({
    kind,
    work,
  }))
const work = () => ({
  creationId: formatId('creation', ids.creation),
  title: '雨夜',
  generationKind: 'rewrite',
  runTitle: null,
})
const changeWork = (data: object) => domain.ctx.prisma.creation.update({ where: { id: ids.creation }, data })

it('names the work of every entry that was for one, and what was done to it', async () => {
  const expected = { ...work(), state: 'kept' }
  expect(await list()).toEqual([
    { kind: 'refund', work: expected },
    { kind: 'consume', work: expected },
    { kind: 'gift_signup', work: null },
  ])
  expect((await listRefunds(domain.ctx, { limit: 20 })).items).toMatchObject([{ work: expected }])
  const file = await exportTransactions(domain.ctx, { ...transactionsCsvInput.parse({}), userId })
  expect(file.text.split('\r\n').slice(1, 3)).toEqual([
    expect.stringMatching(/,改写选中文字,雨夜$/),
    expect.stringMatching(/,改写选中文字,雨夜$/),
  ])
})

it('keeps the entries of a deleted work, and says what became of it', async () => {
  await changeWork({ deletedAt: domain.ctx.clock.now() })
  expect((await list())[1]?.work).toEqual({ ...work(), state: 'trashed' })
  await changeWork({ purgedAt: domain.ctx.clock.now(), title: '' })
  expect((await list())[1]?.work).toEqual({ ...work(), title: '', state: 'purged' })
})

it('says of pictures that they are pictures', async () => {
  await changeWork({ kind: 'image', toolKey: 'text-to-image', purgedAt: null, deletedAt: null, title: '灯笼' })
  await domain.ctx.prisma.generation.update({
    where: { id: ids.generation },
    data: { kind: 'generate', yields: 'version' },
  })
  expect((await list())[1]?.work).toMatchObject({ runTitle: { zh: '生成图片' } })
  const file = await exportTransactions(domain.ctx, { ...transactionsCsvInput.parse({}), userId })
  expect(file.text.split('\r\n')[1]).toMatch(/,生成图片,灯笼$/)
})
