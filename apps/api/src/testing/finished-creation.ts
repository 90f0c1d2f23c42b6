import type { DomainContext } from '@mozhou/domain/context'

/** A text that was written once and cut short by its length. @returns bare ids */
export async function addFinishedCreation(ctx: DomainContext, userId: string) {
  const { prisma, clock } = ctx
  const [creationId, generationId, versionId] = [ctx.newId(), ctx.newId(), ctx.newId()]
  const now = clock.now()
  const creation = { id: creationId, userId, kind: 'writing', toolKey: 'wechat-article', title: '茶' }
  await prisma.creation.create({
    data: { ...creation, status: 'succeeded', isIncomplete: true, wordCount: 2, createdAt: now, updatedAt: now },
  })
  await prisma.generation.create({
    data: {
      id: generationId,
      creationId,
      userId,
      ordinal: 1,
      kind: 'generate',
      status: 'succeeded',
      requestKey: ctx.newId(),
      input: { topic: '城市露营', length: 800 },
      coveredBy: 'membership',
      priceCredits: 0,
      createdAt: now,
      finishedAt: now,
    },
  })
  await prisma.version.create({
    data: {
      id: versionId,
      creationId,
      generationId,
      ordinal: 1,
      kind: 'generated',
      title: '茶',
      result: { title: '茶', summary: '', body: '春茶', keywords: [] },
      rawText: '春茶',
      wordCount: 2,
      isIncomplete: true,
      isPartial: false,
      modelAlias: 'first',
      isSandbox: true,
      promptVersion: '1',
      inputTokens: 1,
      outputTokens: 1,
      costMicroYuan: 1n,
      createdAt: now,
    },
  })
  await prisma.creation.update({ where: { id: creationId }, data: { currentVersionId: versionId } })
  return { creationId, generationId, versionId }
}
