import type { DeliveryDto } from '@mozhou/contracts/generations/answers'
import { formatId } from '@mozhou/contracts/ids'
import { imageTools } from '@mozhou/contracts/image-tools/registry'
import { editModeKeys, editModes } from '@mozhou/contracts/images/kinds'
import { imageCallStates } from '@mozhou/contracts/models/image-kinds'
import type { DomainContext } from '../context.ts'
import { storedOneOf } from '../stored.ts'
import { operationOfMode } from './edit-operations.ts'
import { readImageInput } from './image-input.ts'
import type { ImageInput } from './image-input.ts'

const storedCallState = storedOneOf('image_calls.state', imageCallStates)

/** For receipts: the pictures of each run, and every call that was to make them. */
export async function readDeliveries(
  ctx: Pick<DomainContext, 'prisma'>,
  generationIds: readonly string[],
): Promise<ReadonlyMap<string, DeliveryDto>> {
  const where = { generationId: { in: [...generationIds] } }
  const [runs, pictures, calls] = await Promise.all([
    ctx.prisma.generation.findMany({ where: { id: where.generationId }, select: { id: true, input: true } }),
    ctx.prisma.imagePicture.findMany({ where, orderBy: { place: 'asc' } }),
    ctx.prisma.imageCall.findMany({ where, orderBy: { sentAt: 'asc' } }),
  ])
  const models = await ctx.prisma.aiModel.findMany({
    where: { id: { in: calls.map(({ modelId }) => modelId) } },
    select: { id: true, alias: true },
  })
  const aliases = new Map(models.map(({ id, alias }) => [id, alias]))
  return new Map(
    runs.map(({ id, input }) => {
      const own = pictures.filter(({ generationId }) => generationId === id)
      const made = own.filter(({ state }) => state === 'made')
      const delivery: DeliveryDto = {
        title: titleOf(readImageInput(input)),
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

/** An edit is called by what it does to the picture. */
function titleOf({ tool, operation }: ImageInput): DeliveryDto['title'] {
  const mode = editModeKeys.find((key) => tool === 'image-edit' && operationOfMode[key] === operation)
  return mode ? editModes[mode] : imageTools[tool].title
}
