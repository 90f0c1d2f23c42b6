import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import { imagePromptKey } from '@mozhou/contracts/prompts/keys'
import { Prisma } from '@mozhou/db/client'
import type { TokenUsage } from '@mozhou/integrations/ai/port'
import type { DomainContext } from '../context.ts'
import { beginAttempt, endAttempt, ownDraft } from '../generations/attempt-record.ts'
import type { AttemptControl, AttemptEnd, AttemptInput } from '../generations/fulfilment.ts'
import { outlasting } from '../generations/outlasting.ts'
import { watchAttempt } from '../generations/watch-attempt.ts'
import { AttemptFailure, AttemptSuperseded } from '../models/attempt-failure.ts'
import { openTarget } from '../models/open-target.ts'
import type { OpenedTarget } from '../models/open-target.ts'
import type { CallReport } from '../models/write-usage.ts'
import { storableText } from '../storable-text.ts'
import { pinnedPrompt } from '../writing/prompt-versions/pinned-prompt.ts'
import { buildImagePrompt } from '../writing/prompts/build-image-prompt.ts'
import type { BuiltPrompt } from '../writing/prompts/prompt.ts'
import { longestHelpedPrompt } from './image-wish.ts'
import { loadImageRun } from './load-image-run.ts'
import type { ImageRun } from './load-image-run.ts'
import { loadIllustratedWork, longestMaterial, placeOf } from './work-parts.ts'

export const promptStep = 'prompt'

/** What a model wrote, as one paragraph without what it put around it. */
export function cleanPrompt(written: string): string {
  const paragraph = written
    .replaceAll(/<think>[\s\S]*?<\/think>/gu, '')
    .replaceAll(/^【[^】]*】/gmu, '')
    .replaceAll(/[*_`#]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^(?:画面描述|提示词|Prompt)[:：]\s*/iu, '')
    .trim()
    .replaceAll(/^["“”「]+|["“”」]+$/gu, '')
  return Array.from(paragraph).slice(0, longestHelpedPrompt).join('')
}

/** More than this many times as long as it may be, it is an essay and no prompt. */
const mostTimesTooLong = 3
/** What assistants say instead of a prompt, or around the question that they were asked. */
const noPrompt =
  /<<<|>>>|^(?:抱歉|对不起|很遗憾|作为(?:一个|一名)?(?:AI|人工智能|语言模型)|我(?:无法|不能|没办法)|收到|好的|当然)|无法(?:满足|完成|提供|生成)|请(?:先)?(?:提供|告诉我|补充)|^(?:I['’]?m sorry|Sorry|I (?:can(?:no|['’])t|am unable)|As an AI|Sure|Certainly)/iu

/** The prompt in an answer; empty where there is none to draw: nothing, a refusal, a question back, the question itself, an essay. */
export function usablePrompt(written: string): string {
  const bare = written.replaceAll(/<think>[\s\S]*?<\/think>/gu, '').trim()
  if (Array.from(bare).length > longestHelpedPrompt * mostTimesTooLong) return ''
  const prompt = cleanPrompt(bare)
  return noPrompt.test(prompt) ? '' : prompt
}

/**
 * A text model makes a prompt of a wish, or of the work that the pictures are for; part of the run's one charge. It is shown while it is written and
 * kept with the version.
 * @throws AttemptFailure, AttemptSuperseded
 */
export async function writeImagePrompt(
  ctx: DomainContext,
  input: AttemptInput,
  control: AttemptControl,
): Promise<AttemptEnd> {
  const load = () => Promise.all([loadImageRun(ctx, input.generationId), openTarget(ctx, input.modelId)])
  const [run, opened] = await outlasting(ctx, load, control.signal)
  if (run.isEnded) throw new AttemptSuperseded()
  if (run.helpedPrompt !== '') return { finish: 'stop', epoch: run.draftEpoch }
  if (run.isStopRequested) return { finish: 'stopped', epoch: input.epoch }
  const pinned = await pinnedPrompt(ctx, {
    tool: imagePromptKey,
    promptVersion: run.promptVersion.startsWith(`${imagePromptKey}@`) ? run.promptVersion : null,
  })
  const prompt = buildImagePrompt(pinned.systemText, await questionOf(ctx, run))
  await beginAttempt(ctx, input, opened, { baseText: '', promptVersion: pinned.name })
  return writeClaimed(ctx, { input, control, run, opened, prompt })
}

const orders = {
  cover: '请为这篇作品的封面写出画面描述。',
  illustration: '请为这一部分的插图写出画面描述。',
  wish: '请写出画面描述。',
}

/** @throws AttemptFailure when the work, or its part, is gone since it was asked for */
async function questionOf(ctx: DomainContext, { form, userId }: ImageRun) {
  if (form.work === null) return { wish: form.prompt, material: '', order: orders.wish }
  try {
    const work = await loadIllustratedWork(ctx, { creationId: form.work.creationId, userId })
    const { title, text, role } = placeOf(work, form.work)
    const material = [work.title, title, text].filter((part, index, all) => part !== '' && all.indexOf(part) === index)
    return { wish: form.prompt, material: material.join('\n').slice(0, longestMaterial), order: orders[role] }
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    throw new AttemptFailure('content_rejected', { vendorCode: 'work_gone', cause })
  }
}

interface Claimed {
  input: AttemptInput
  control: AttemptControl
  run: ImageRun
  opened: OpenedTarget
  prompt: BuiltPrompt
}

async function writeClaimed(ctx: DomainContext, claimed: Claimed): Promise<AttemptEnd> {
  const { input, control, opened, prompt, run } = claimed
  const startedAt = performance.now()
  const watched = watchAttempt(ctx, input, control, { model: opened.model.alias, text: '' })
  const seen: Seen = { text: '', usage: noUsage, servedModel: null, vendorRequestId: null }
  const report = (outcome: CallReport['outcome'], failure: AttemptFailure | null, store: Prisma.Sql | null) =>
    endAttempt(
      ctx,
      input,
      opened,
      {
        outcome,
        failure,
        servedModel: seen.servedModel,
        vendorRequestId: seen.vendorRequestId,
        usage: seen.usage,
        firstTokenMs: null,
        latencyMs: Math.round(performance.now() - startedAt),
        texts: [...prompt.messages.map(({ content }) => content), seen.text, run.form.prompt],
      },
      store,
    )
  try {
    await read(ctx, claimed, watched.signal, seen, (text) => watched.writer.delta(text))
    const written = usablePrompt(seen.text)
    // Drawn is then what the person wrote. Who wrote nothing has only the work: another model reads it.
    if (written === '' && run.form.prompt === '')
      throw new AttemptFailure('unavailable', { vendorCode: 'no_prompt', mayRetrySame: false })
    await report('succeeded', null, promptUpdate(input, written))
    return { finish: 'stop', epoch: input.epoch }
  } catch (error) {
    const failure = watched.failureOf(error)
    if (failure === null) {
      await report('stopped', null, null)
      return { finish: 'stopped', epoch: input.epoch }
    }
    await report('failed', failure, null)
    throw failure
  } finally {
    await watched.close()
  }
}

interface Seen {
  text: string
  usage: TokenUsage
  servedModel: string | null
  vendorRequestId: string | null
}

const noUsage: TokenUsage = {
  inputTokens: 0,
  outputTokens: 0,
  cachedInputTokens: 0,
  reasoningTokens: 0,
  isEstimated: true,
}

async function read(
  ctx: DomainContext,
  { opened, prompt, run }: Claimed,
  signal: AbortSignal,
  seen: Seen,
  show: (text: string) => void,
): Promise<void> {
  const { maxOutputTokens, temperature } = opened.model.parameters
  const request = {
    messages: prompt.messages,
    maxOutputTokens: Math.min(prompt.maxOutputTokens, maxOutputTokens),
    ...(typeof temperature === 'number' ? { temperature } : {}),
    endUserKey: formatId('user', run.userId),
  }
  for await (const event of ctx.models.text(opened.target).stream(request, signal)) {
    if (event.type === 'start') {
      seen.servedModel = event.servedModel
      seen.vendorRequestId = event.vendorRequestId
    } else if (event.type === 'delta') {
      seen.text += event.text
      show(event.text)
    } else if (event.type === 'retract') seen.text = ''
    else if (event.type === 'usage') seen.usage = event.usage
  }
}

function promptUpdate(input: AttemptInput, prompt: string): Prisma.Sql {
  return Prisma.sql`UPDATE generations SET draft_text = ${storableText(prompt)} WHERE ${ownDraft(input)} RETURNING id`
}
