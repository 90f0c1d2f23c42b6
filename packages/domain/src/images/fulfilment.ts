import { imageTools } from '@mozhou/contracts/image-tools/registry'
import type { DomainContext } from '../context.ts'
import type { Fulfilment, PlannedRun, Stage } from '../generations/fulfilment.ts'
import { storedImageTool } from '../stored-columns.ts'
import { coversOf } from './covers-of.ts'
import { needsPromptHelp, readImageInput } from './image-input.ts'
import { readDeliveries } from './read-deliveries.ts'
import { canMake } from './image-wish.ts'
import { findPicture } from './load-picture.ts'
import { makePictures, pictureStage } from './make-pictures.ts'
import { addPictureRows, isSettled, readPictureRows } from './picture-rows.ts'
import { picturesIn } from './pictures-in.ts'
import { storePictures, undeliveredPictures } from './store-pictures.ts'
import { promptStep, writeImagePrompt } from './write-image-prompt.ts'

const promptStage: Stage = { step: promptStep, name: '提示词', delivers: false, capability: 'text' }

/** The prompt first, where a text model has a part in it; then picture by picture, or as many at once as a model makes. */
async function planPictures(ctx: DomainContext, run: PlannedRun): Promise<Stage[]> {
  const form = readImageInput(run.input)
  await addPictureRows(ctx, run.id, form.count)
  const ahead = (await readPictureRows(ctx, run.id)).filter((row) => !isSettled(row)).map(pictureStage)
  return needsPromptHelp(form) ? [promptStage, ...ahead] : ahead
}

async function suitedModels(ctx: DomainContext, run: PlannedRun) {
  const form = readImageInput(run.input)
  const [source, mask] = await Promise.all(
    [form.sourceFileId, form.maskFileId].map((fileId) =>
      fileId === null ? Promise.resolve(null) : findPicture(ctx, fileId),
    ),
  )
  return ({ abilities }: Parameters<Awaited<ReturnType<NonNullable<Fulfilment['suits']>>>>[0]) =>
    canMake(abilities, form, { source: source ?? null, mask: mask ?? null })
}

/** Pictures: a price for each, and what is not delivered is given back. */
export const imageFulfilment: Fulfilment = {
  bizType: 'image',
  capability: 'image',
  toolTitle: (tool) => imageTools[storedImageTool(tool)].title,
  label: ({ tool, kind }) => `${imageTools[storedImageTool(tool)].title.zh}${kind === 'generate' ? '' : ' · 新版本'}`,
  attemptLabel: '图片生成',
  priceOf: ({ input }) => {
    const { unitCredits, count } = readImageInput(input)
    return { credits: unitCredits * count, isPaidFor: false }
  },
  plan: planPictures,
  suits: suitedModels,
  attempt: (ctx, input, control) =>
    input.step === promptStep ? writeImagePrompt(ctx, input, control) : makePictures(ctx, input, control),
  hasDelivered: async (ctx, run) => (await readPictureRows(ctx, run.id)).some(({ state }) => state === 'made'),
  undeliveredCredits: undeliveredPictures,
  store: storePictures,
  deliveries: readDeliveries,
  covers: coversOf,
  pieces: picturesIn,
}
