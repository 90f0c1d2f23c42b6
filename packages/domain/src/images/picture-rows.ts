import type { ErrorCode } from '@mozhou/contracts/errors'
import type { PictureState } from '@mozhou/contracts/models/image-kinds'
import { pictureStates } from '@mozhou/contracts/models/image-kinds'
import type { DomainContext, TxContext } from '../context.ts'
import { ownDraft } from '../generations/attempt-record.ts'
import type { AttemptInput } from '../generations/fulfilment.ts'
import { AttemptSuperseded } from '../models/attempt-failure.ts'
import { storedOneOf } from '../stored.ts'

export interface PictureRow {
  place: number
  state: PictureState
  fileId: string | null
  failureCode: string | null
}

export const storedPictureState = storedOneOf('image_pictures.state', pictureStates)

export const isSettled = ({ state }: Pick<PictureRow, 'state'>): boolean => state !== 'waiting' && state !== 'making'

/** A row for each picture that is asked for; a repeat changes nothing. */
export async function addPictureRows(ctx: DomainContext, generationId: string, count: number): Promise<void> {
  const createdAt = ctx.clock.now()
  await ctx.prisma.imagePicture.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      id: ctx.newId(),
      generationId,
      place: index + 1,
      state: 'waiting',
      createdAt,
    })),
    skipDuplicates: true,
  })
}

export async function readPictureRows(ctx: Pick<TxContext, 'prisma'>, generationId: string): Promise<PictureRow[]> {
  const rows = await ctx.prisma.imagePicture.findMany({
    where: { generationId },
    orderBy: { place: 'asc' },
    select: { place: true, state: true, fileId: true, failureCode: true },
  })
  return rows.map((row) => ({ ...row, state: storedPictureState(row.state) }))
}

/**
 * A picture is delivered: with its file, in one transaction, and only as long as the attempt owns the run, whose end waits for it. So what is
 * delivered is never refunded, and what is refunded never delivered.
 * @throws AttemptSuperseded
 */
export async function noteDelivered(
  tx: TxContext,
  input: AttemptInput,
  { place, fileId }: { place: number; fileId: string },
): Promise<void> {
  const owned = await tx.prisma.$queryRaw<unknown[]>`SELECT id FROM generations WHERE ${ownDraft(input)} FOR UPDATE`
  if (owned.length === 0) throw new AttemptSuperseded()
  await tx.prisma.imagePicture.updateMany({
    where: { generationId: input.generationId, place },
    data: { state: 'made', fileId, failureCode: null },
  })
}

/** What is made stays made. */
export async function notePictures(
  ctx: DomainContext,
  input: AttemptInput,
  places: readonly number[],
  state: Exclude<PictureState, 'made'>,
  failure: ErrorCode | null = null,
): Promise<void> {
  await ctx.prisma.$executeRaw`
    UPDATE image_pictures p SET state = ${state}, failure_code = ${failure} FROM generations g
    WHERE p.generation_id = g.id AND p.place = ANY(${[...places]}::int[]) AND p.state <> 'made'
      AND g.id = ${input.generationId}::uuid AND g.draft_epoch = ${input.epoch} AND g.status = 'running'`
}
