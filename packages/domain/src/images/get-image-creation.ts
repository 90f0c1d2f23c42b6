import { AppError, isErrorCode } from '@mozhou/contracts/errors'
import { isActive } from '@mozhou/contracts/generations/kinds'
import type { ErrorCode } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { ImageCreationDto, ImageRunDto, ImageVersionDto, PictureDto } from '@mozhou/contracts/images/answers'
import type { GenerationsContext } from '../generations/fulfilment.ts'
import { creationRowSelect, toCreationRow } from '../creations/creation-row.ts'
import { withCovers } from '../creations/with-covers.ts'
import { generationSelect, toGenerationDto } from '../generations/generation-dto.ts'
import { readRefundedCredits } from '../generations/refund-generation.ts'
import { storedVersionKind } from '../stored-columns.ts'
import { toFormDto } from './form-dto.ts'
import { needsPromptHelp, readImageInput } from './image-input.ts'
import type { ImageInput } from './image-input.ts'
import { readPictures } from './picture-dto.ts'
import { isSettled, storedPictureState } from './picture-rows.ts'

const pictureSelect = {
  orderBy: { place: 'asc' },
  select: { place: true, state: true, fileId: true, failureCode: true },
} as const

const versionSelect = {
  id: true,
  ordinal: true,
  kind: true,
  isPartial: true,
  modelAlias: true,
  isSandbox: true,
  promptVersion: true,
  rawText: true,
  createdAt: true,
  generationId: true,
  generation: { select: { input: true, imagePictures: pictureSelect } },
  imagePictures: pictureSelect,
  plainForm: true,
} as const

/** A work of pictures whole: its versions as a tree, its newest run picture by picture. @throws AppError CREATION_NOT_FOUND, also for a work of another kind */
export async function getImageCreation(
  ctx: GenerationsContext,
  { creationId, userId }: { creationId: string; userId: string },
): Promise<ImageCreationDto> {
  const [row, latest] = await Promise.all([readCreation(ctx, creationId, userId), readLatest(ctx, creationId)])
  if (row?.kind !== 'image') throw new AppError('CREATION_NOT_FOUND')
  const versions = row.versions.map((version) => ({ ...version, form: formOf(version, row.copiedForm) }))
  const run = latest && { ...latest, form: readImageInput(latest.input) }
  const fileIds = [...versions, ...(run ? [run] : [])].flatMap(({ form, ...one }) => [
    form.sourceFileId ?? [],
    ...picturesOf(one).map(({ fileId }) => fileId ?? []),
  ])
  const pictures = await readPictures(ctx, { userId, fileIds: fileIds.flat() })
  const [creation] = await withCovers(ctx, [toCreationRow(ctx, row)])
  if (!creation) throw new AppError('CREATION_NOT_FOUND')
  const own = new Map(versions.map((version) => [version.id, version]))
  return {
    creation,
    currentVersionId: row.currentVersionId === null ? null : formatId('version', row.currentVersionId),
    versions: versions.map((version) => toVersion(version, pictures, own)),
    run: run ? await toRun(ctx, run, pictures) : null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  }
}

const readCreation = (ctx: GenerationsContext, id: string, userId: string) =>
  ctx.prisma.creation.findUnique({
    where: { id, userId, purgedAt: null },
    select: {
      ...creationRowSelect,
      currentVersionId: true,
      deletedAt: true,
      copiedForm: true,
      versions: { orderBy: { ordinal: 'asc' }, select: versionSelect },
    },
  })

const readLatest = (ctx: GenerationsContext, creationId: string) =>
  ctx.prisma.generation.findFirst({
    where: { creationId },
    orderBy: { ordinal: 'desc' },
    select: { ...generationSelect, input: true, draftText: true, imagePictures: pictureSelect },
  })

type VersionRow = NonNullable<Awaited<ReturnType<typeof readCreation>>>['versions'][number]
type Latest = NonNullable<Awaited<ReturnType<typeof readLatest>>>
type PictureRow = VersionRow['imagePictures'][number]

/** Of its run, or for one that no run made its own. */
function picturesOf(one: {
  imagePictures: PictureRow[]
  generation?: { imagePictures: PictureRow[] } | null
}): PictureRow[] {
  return one.imagePictures.length > 0 ? one.imagePictures : (one.generation?.imagePictures ?? [])
}

const formOf = ({ generation, plainForm }: VersionRow, copied: unknown): ImageInput =>
  readImageInput(generation?.input ?? plainForm ?? copied)

type FormedVersion = VersionRow & { form: ImageInput }

/** Plainly enlarged, a picture is what it was. What a copy was enlarged from stands in another work, and works are of pictures that models made. */
function isByAi({ plainForm, form }: FormedVersion, own: ReadonlyMap<string, FormedVersion>): boolean {
  if (plainForm === null) return true
  const source = form.sourceVersionId === null ? undefined : own.get(form.sourceVersionId)
  return source ? isByAi(source, own) : form.sourceVersionId !== null
}

function toVersion(
  version: FormedVersion,
  pictures: ReadonlyMap<string, PictureDto>,
  own: ReadonlyMap<string, FormedVersion>,
): ImageVersionDto {
  const { form, generationId, plainForm } = version
  const made = picturesOf(version).filter(({ state }) => state === 'made')
  const parent = form.sourceVersionId !== null && own.has(form.sourceVersionId) ? form.sourceVersionId : null
  return {
    id: formatId('version', version.id),
    ordinal: version.ordinal,
    kind: storedVersionKind(version.kind),
    generationId: generationId === null ? null : formatId('generation', generationId),
    parentVersionId: parent === null ? null : formatId('version', parent),
    form: toFormDto(form, pictures),
    usedPrompt: version.rawText,
    isPromptHelped: needsPromptHelp(form) && version.rawText !== form.prompt,
    pictures: made.flatMap(({ fileId }) => (fileId === null ? [] : (pictures.get(fileId) ?? []))),
    missing: generationId === null ? 0 : form.count - made.length,
    isPlain: plainForm !== null,
    isByAi: isByAi(version, own),
    isPartial: version.isPartial,
    model: version.modelAlias,
    isSandbox: version.isSandbox,
    createdAt: version.createdAt.toISOString(),
  }
}

async function toRun(
  ctx: GenerationsContext,
  run: Latest & { form: ImageInput },
  pictures: ReadonlyMap<string, PictureDto>,
): Promise<ImageRunDto> {
  const { form, draftText } = run
  const isOver = !isActive(run.status)
  const isHelped = needsPromptHelp(form)
  // Where no prompt came of it, pictures are made of the person's own words.
  const isPromptKnown = !isHelped || draftText !== '' || run.imagePictures.some(({ state }) => state !== 'waiting')
  return {
    generation: toGenerationDto(run, await readRefundedCredits(ctx, run.id)),
    form: toFormDto(form, pictures),
    step: isOver ? 'done' : run.status !== 'running' ? 'waiting' : isPromptKnown ? 'pictures' : 'prompt',
    usedPrompt: isPromptKnown ? (draftText === '' ? form.prompt : draftText) : null,
    pictures: run.imagePictures.map((row) => ({
      place: row.place,
      ...stateOf(row, isOver, isErrorCode(run.failureCode) ? run.failureCode : null),
      picture: row.fileId === null ? null : (pictures.get(row.fileId) ?? null),
    })),
  }
}

/** What was not made by the end of the run is not made any more. */
function stateOf(row: PictureRow, isOver: boolean, failureOfRun: ErrorCode | null) {
  const state = storedPictureState(row.state)
  const failure = isErrorCode(row.failureCode) ? row.failureCode : null
  if (!isOver || isSettled({ state })) return { state, failure }
  return { state: 'failed' as const, failure: failureOfRun }
}
