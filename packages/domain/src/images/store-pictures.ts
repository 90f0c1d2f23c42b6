import type { TxContext } from '../context.ts'
import { endWithVersion } from '../generations/end-with-version.ts'
import type { RunEnd, StoredRun } from '../generations/fulfilment.ts'
import type { Run } from '../generations/load-run.ts'
import { attachMade } from './attach-made.ts'
import { readImageInput } from './image-input.ts'
import { readPictureRows } from './picture-rows.ts'
import { styleEdition } from './style-words.ts'

const isMade = ({ state }: { state: string }) => state === 'made'

/** Ends a run with the pictures that were delivered, and puts them where the work wants them that they are for. */
export async function storePictures(ctx: TxContext, run: Run, end: RunEnd): Promise<StoredRun> {
  const form = readImageInput(run.input)
  const made = (await readPictureRows(ctx, run.id)).filter(isMade)
  const prompt = run.draftText === '' ? form.prompt : run.draftText
  const stored = await endWithVersion(ctx, run, end, {
    title: run.title,
    result: { prompt },
    checks: [],
    rawText: prompt,
    wordCount: 0,
    isIncomplete: made.length < form.count,
    promptVersion: run.promptVersion ?? `image@${styleEdition}`,
  })
  if (stored.versionId !== null && !run.isEnded && form.work !== null)
    await attachMade(ctx, { userId: run.userId, work: form.work, fileIds: made.flatMap(({ fileId }) => fileId ?? []) })
  return stored
}

/** Each picture costs the same, so that each that is not there gives the same back. Nothing where nothing was charged. */
export async function undeliveredPictures(ctx: TxContext, run: Run): Promise<number> {
  const { count } = readImageInput(run.input)
  const made = (await readPictureRows(ctx, run.id)).filter(isMade).length
  return Math.round((run.priceCredits * (count - made)) / count)
}
