import type { PromptTrialDto } from '@mozhou/contracts/prompts/answers'
import type { TryPromptInput } from '@mozhou/contracts/prompts/inputs'
import { imagePromptKey } from '@mozhou/contracts/prompts/keys'
import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import type { Actor } from '../../audit/actor.ts'
import type { DomainContext } from '../../context.ts'
import { parseToolInput } from '../parse-tool-input.ts'
import { buildImagePrompt } from '../prompts/build-image-prompt.ts'
import type { BuiltPrompt } from '../prompts/prompt.ts'
import { buildPrompt } from '../prompts/registry.ts'
import { openTarget } from '../../models/open-target.ts'
import { trialCall } from '../../models/trial-call.ts'
import { inTransaction } from '../../transaction.ts'
import { auditPrompt } from './audit-prompt.ts'
import { getLivePrompt } from './get-live-prompt.ts'
import { loadPrompt } from './load-prompt.ts'

/** A whole article of a slow model fits. */
const timeoutMs = 180_000

/**
 * One form, one model, twice: written by this version and by the live one, at the same time. Two real calls, which belong to no user.
 * @throws AppError PROMPT_NOT_FOUND, MODEL_NOT_FOUND, VALIDATION_FAILED naming a field of the form.
 */
export async function tryPrompt(ctx: DomainContext, input: TryPromptInput & { actor: Actor }): Promise<PromptTrialDto> {
  const prompt = await loadPrompt(ctx, input.promptId)
  const form = parseToolInput(prompt.tool, input.input)
  const [opened, live] = await Promise.all([openTarget(ctx, input.modelId), getLivePrompt(ctx, prompt.tool)])
  const after = { model: opened.model.alias, live: live.name }
  await inTransaction(ctx, (tx) => auditPrompt(tx, { actor: input.actor, action: 'try', name: prompt.name, after }))
  const write = (systemText: string) =>
    trialCall(ctx, opened, {
      purpose: 'prompt_test',
      toolKey: prompt.tool,
      ...built(prompt.tool, form, systemText),
      timeoutMs,
    })
  const [draftAnswer, liveAnswer] = await Promise.all([write(prompt.systemText), write(live.systemText)])
  return {
    model: opened.model.alias,
    draft: { name: prompt.name, answer: draftAnswer },
    live: { name: live.name, answer: liveAnswer },
  }
}

function built(tool: PromptKey, form: Record<string, unknown>, systemText: string): BuiltPrompt {
  if (tool !== imagePromptKey)
    return buildPrompt(tool, { kind: 'generate', input: form, baseText: null, optimise: null }, systemText)
  return buildImagePrompt(systemText, { wish: String(form['wish']), material: '', order: '请写出画面描述。' })
}
