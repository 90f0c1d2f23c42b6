import { isRunning } from '@mozhou/contracts/generations/kinds'
import type { DomainContext } from '../context.ts'
import { readImageInput } from './image-input.ts'
import type { ImageInput } from './image-input.ts'
import { readPictureRows } from './picture-rows.ts'
import type { PictureRow } from './picture-rows.ts'
import { styleEdition } from './style-words.ts'

/** Everything an attempt needs to know of its run. */
export interface ImageRun {
  generationId: string
  creationId: string
  userId: string
  title: string
  form: ImageInput
  /** Written by a text model; empty where the person's own words are used. */
  helpedPrompt: string
  promptVersion: string
  isEnded: boolean
  isStopRequested: boolean
  draftEpoch: number
  pictures: PictureRow[]
}

export async function loadImageRun(ctx: DomainContext, generationId: string): Promise<ImageRun> {
  const [row, pictures] = await Promise.all([
    ctx.prisma.generation.findUniqueOrThrow({
      where: { id: generationId },
      select: {
        creationId: true,
        userId: true,
        status: true,
        input: true,
        draftText: true,
        draftEpoch: true,
        promptVersion: true,
        stopRequestedAt: true,
        creation: { select: { title: true } },
      },
    }),
    readPictureRows(ctx, generationId),
  ])
  return {
    generationId,
    creationId: row.creationId,
    userId: row.userId,
    title: row.creation.title,
    form: readImageInput(row.input),
    helpedPrompt: row.draftText,
    promptVersion: row.promptVersion ?? `image@${styleEdition}`,
    isEnded: !isRunning(row.status),
    isStopRequested: row.stopRequestedAt !== null,
    draftEpoch: row.draftEpoch,
    pictures,
  }
}

export const promptOfRun = ({ helpedPrompt, form }: Pick<ImageRun, 'helpedPrompt' | 'form'>): string =>
  helpedPrompt === '' ? form.prompt : helpedPrompt
