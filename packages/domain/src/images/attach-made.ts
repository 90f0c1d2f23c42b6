import { mostAttachments } from '@mozhou/contracts/images/kinds'
import type { AttachmentRole } from '@mozhou/contracts/images/kinds'
import type { TxContext } from '../context.ts'

export interface WorkPicture {
  userId: string
  work: { creationId: string; role: AttachmentRole; place: number }
  fileIds: readonly string[]
}

/**
 * Puts new pictures into the work that they are for: of a cover the first, in place of the one before. A work that is gone meanwhile, or full, is left
 * alone: the pictures are the person's all the same.
 */
export async function attachMade(ctx: TxContext, { userId, work, fileIds }: WorkPicture): Promise<void> {
  const { creationId, role, place } = work
  const isThere = await ctx.prisma.creation.count({ where: { id: creationId, userId, purgedAt: null } })
  if (isThere === 0 || fileIds.length === 0) return
  if (role === 'cover') await ctx.prisma.attachment.deleteMany({ where: { creationId, role } })
  const room = mostAttachments - (await ctx.prisma.attachment.count({ where: { creationId } }))
  const wanted = role === 'cover' ? fileIds.slice(0, 1) : fileIds
  const createdAt = ctx.clock.now()
  await ctx.prisma.attachment.createMany({
    data: wanted
      .slice(0, Math.max(0, room))
      .map((fileId) => ({ id: ctx.newId(), creationId, fileId, role, place, createdAt })),
    skipDuplicates: true,
  })
}
