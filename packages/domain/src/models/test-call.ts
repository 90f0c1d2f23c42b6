import type { TrialDto } from '@mozhou/contracts/models/answers'
import type { CreateModelInput, TestModelInput } from '@mozhou/contracts/models/inputs'
import type { DomainContext } from '../context.ts'
import type { FileParts } from '../files/files-context.ts'
import { isOpenedImage, openModel } from './open-target.ts'
import type { Opened } from './open-target.ts'
import { openUnsaved, withChanges } from './open-unsaved.ts'
import { trialCall } from './trial-call.ts'
import { tryImage } from './try-image.ts'

/** What is drawn is marked before it is shown. */
export type TrialContext = DomainContext & Pick<FileParts, 'staging' | 'fileWork'>

/**
 * Asks a model for one short answer, or for one picture, with the changes that stand in its form and are not saved.
 * @throws AppError MODEL_NOT_FOUND, VALIDATION_FAILED, MODEL_PARAMETER_UNSUPPORTED naming the field.
 */
export async function testCall(ctx: TrialContext, { modelId, changes = {} }: TestModelInput): Promise<TrialDto> {
  const stored = await openModel(ctx, modelId)
  return ask(ctx, Object.keys(changes).length === 0 ? stored : withChanges(ctx, stored, changes))
}

/** The same of a model that is not saved at all. */
export async function testUnsaved(ctx: TrialContext, input: CreateModelInput): Promise<TrialDto> {
  return ask(ctx, openUnsaved(ctx, input))
}

function ask(ctx: TrialContext, opened: Opened): Promise<TrialDto> {
  if (isOpenedImage(opened)) return tryImage(ctx, opened)
  return trialCall(ctx, opened, {
    purpose: 'model_test',
    toolKey: null,
    messages: [{ role: 'user', content: '用一句话介绍你自己。' }],
    maxOutputTokens: 200,
    timeoutMs: 60_000,
  })
}
