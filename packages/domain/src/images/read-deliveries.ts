import type { DeliveryDto } from '@mozhou/contracts/generations/answers'
import { formatId } from '@mozhou/contracts/ids'
import { imageCallStates } from '@mozhou/contracts/models/image-kinds'
import type { DomainContext } from '../context.ts'
import { storedOneOf } from '../stored.ts'

const storedCallState = storedOneOf('image_calls.state', imageCallStates)

/** For receipts: the pictures of each run, and every call that was to make them. */
export async function readDeliveries(
  ctx: Pick<DomainContext, 'prisma'>,
  generationIds: readonly string[],
): Promise<ReadonlyMap<string, DeliveryDto>> {
  const where = { generationId: { in: [...generationIds] } }
  const [pictures, calls] = await Promise.all([
    ctx.prisma.imagePicture.findMany({ where, orderBy: { place: 'asc' } }),
    ctx.prisma.imageCall.findMany({ where, orderBy: { sentAt: 'asc' } }),
  ])
  const models = await ctx.prisma.aiModel.findMany({
    where: { id: { in: calls.map(({ modelId }) => modelId) } },
    select: { id: true, alias: true },
  })
  const aliases = new Map(models.map(({ id, alias }) => [id, alias]))
  return new Map(
    generationIds.map((id) => {
      const own = pictures.filter(({ generationId }) => generationId === id)
      const made = own.filter(({ state }) => state === 'made')
      const delivery: DeliveryDto = {
        asked: own.length,
        delivered: made.length,
        fileIds: made.flatMap(({ fileId }) => (fileId === null ? [] : formatId('file', fileId))),
        calls: calls
          .filter(({ generationId }) => generationId === id)
          .map(({ modelId, state, vendorTaskId, sentAt }) => ({
            model: aliases.get(modelId) ?? '',
            state: storedCallState(state),
            taskId: vendorTaskId,
            sentAt: sentAt.toISOString(),
          })),
      }
      return [id, delivery]
    }),
  )
}
