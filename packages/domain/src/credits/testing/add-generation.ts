import type { GenerationStatus } from '@mozhou/contracts/generations/kinds'
import { newId } from '../../new-id.ts'
import type { TestLedger } from './open-ledger.ts'

export interface TestGeneration {
  status: GenerationStatus
  isCharged?: boolean
  hasText?: boolean
  price?: number
  charged?: number
}

/** A creation with one generation, and its charge and its text where asked for; gives the generation's id. */
export async function addGeneration(
  ledger: Pick<TestLedger, 'ctx' | 'post'>,
  userId: string,
  input: TestGeneration,
): Promise<string> {
  const { status, isCharged, hasText, price = 10, charged = price } = input
  const { prisma, clock } = ledger.ctx
  const [creationId, id] = [newId(), newId()]
  const now = clock.now()
  await prisma.creation.create({
    data: {
      id: creationId,
      userId,
      kind: 'writing',
      toolKey: 'wechat-article',
      title: '题',
      status: 'draft',
      createdAt: now,
      updatedAt: now,
    },
  })
  const coveredBy = price === 0 ? 'membership' : 'credits'
  await prisma.generation.create({
    data: {
      id,
      creationId,
      userId,
      ordinal: 1,
      kind: 'generate',
      status,
      requestKey: newId(),
      input: {},
      coveredBy,
      priceCredits: price,
      createdAt: now,
    },
  })
  if (isCharged)
    await ledger.post({ userId, amount: -charged, key: `charge:${id}`, reference: { type: 'generation', id } })
  if (hasText) await addText(ledger, { creationId, id, now })
  return id
}

async function addText(
  ledger: Pick<TestLedger, 'ctx' | 'post'>,
  generation: { creationId: string; id: string; now: Date },
): Promise<void> {
  const { creationId, id: generationId, now: createdAt } = generation
  const counts = { ordinal: 1, wordCount: 1, inputTokens: 1, outputTokens: 1, costMicroYuan: 1n }
  const flags = { isIncomplete: false, isPartial: true, isSandbox: true }
  const text = { kind: 'generated', title: '题', result: {}, rawText: '文', modelAlias: 'm', promptVersion: '1' }
  await ledger.ctx.prisma.version.create({
    data: { id: newId(), creationId, generationId, createdAt, ...counts, ...flags, ...text },
  })
}
