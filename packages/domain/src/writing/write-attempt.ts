import { formatId } from '@mozhou/contracts/ids'
import type { Prisma } from '@mozhou/db/client'
import type { TextEvent, TextRequest } from '@mozhou/integrations/ai/port'
import type { DomainContext } from '../context.ts'
import { openTarget } from '../models/open-target.ts'
import type { OpenedTarget } from '../models/open-target.ts'
import { AttemptFailure, AttemptSuperseded } from '../models/attempt-failure.ts'
import { beginAttempt, endAttempt } from '../generations/attempt-record.ts'
import type { AttemptControl, AttemptEnd, AttemptInput } from '../generations/fulfilment.ts'
import { createDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { loadAttempt } from './load-attempt.ts'
import type { LoadedAttempt } from './load-attempt.ts'
import type { LoadedStep } from './load-step.ts'
import { outlasting } from '../generations/outlasting.ts'
import { watchAttempt } from '../generations/watch-attempt.ts'
import { isWritten } from './finished-text.ts'
import { promptOf } from './prompts/registry.ts'
import { readOutline } from './read-outline.ts'
import { unwrapPart } from './unwrap-part.ts'
import { isClosing } from './work-plan.ts'
import { draftUpdate, partUpdate, saveDraft } from './save-draft.ts'
import { stagesOf } from './work-stages.ts'

/**
 * One model writes one text: streams it to viewers, keeps the draft, reports the usage. Returns how it ended.
 * @throws AttemptFailure when the model could not, AttemptSuperseded when a newer attempt took over.
 */
export async function writeAttempt(
  ctx: DomainContext,
  input: AttemptInput,
  control: AttemptControl,
): Promise<AttemptEnd> {
  const load = () => Promise.all([loadAttempt(ctx, input), openTarget(ctx, input.modelId)])
  const [attempt, opened] = await outlasting(ctx, load, control.signal)
  if (attempt.isEnded) throw new AttemptSuperseded()
  if (attempt.work?.isDone === true) return doneBefore(attempt, attempt.work)
  if (attempt.isStopRequested) return { finish: 'stopped', epoch: input.epoch }
  await beginAttempt(ctx, input, opened, attempt)
  return runClaimed(ctx, input, control, attempt, opened)
}

/** The worker died between storing a step and saying so. */
function doneBefore({ draftEpoch }: LoadedAttempt, { step, plan }: LoadedStep): AttemptEnd {
  return { finish: 'stop', epoch: draftEpoch, ...(step === 'outline' && plan ? { stages: stagesOf(plan) } : {}) }
}

async function runClaimed(
  ctx: DomainContext,
  input: AttemptInput,
  control: AttemptControl,
  attempt: LoadedAttempt,
  opened: OpenedTarget,
): Promise<AttemptEnd> {
  const watched = watchAttempt(ctx, input, control, {
    model: opened.model.alias,
    text: attempt.baseText,
    ...(attempt.work ? { part: attempt.work.place } : {}),
  })
  const draft = createDraft({
    baseText: attempt.baseText,
    isShown: attempt.work?.step !== 'outline',
    isPart: isPart(attempt),
    writer: watched.writer,
    save: (text) => saveDraft(ctx, input, text),
    onSuperseded: () => watched.abort(new AttemptSuperseded()),
    log: ctx.log,
  })
  try {
    const stream = ctx.models.text(opened.target).stream(requestFor(attempt, opened), watched.signal)
    const finish = await consume(stream, draft)
    assertUsable(attempt, draft)
    const store = storeOf(input, attempt, draft)
    await settle(ctx, input, opened, attempt, draft, { outcome: 'succeeded', failure: null, store: store.update })
    return { finish, epoch: input.epoch, ...store.end }
  } catch (error) {
    const failure = watched.failureOf(error)
    if (failure === null) {
      const save = attempt.work?.step === 'outline' ? null : draftUpdate(input, textOf(attempt, draft))
      await settle(ctx, input, opened, attempt, draft, { outcome: 'stopped', failure: null, store: save })
      return { finish: 'stopped', epoch: input.epoch }
    }
    await settle(ctx, input, opened, attempt, draft, { outcome: 'failed', failure, store: null })
    throw failure
  } finally {
    draft.close()
    await watched.close()
  }
}

function requestFor(attempt: LoadedAttempt, { model }: OpenedTarget): TextRequest {
  const { messages, maxOutputTokens } = attempt.prompt
  return {
    messages,
    maxOutputTokens: Math.min(maxOutputTokens, model.parameters.maxOutputTokens),
    ...(typeof model.parameters.temperature === 'number' ? { temperature: model.parameters.temperature } : {}),
    endUserKey: formatId('user', attempt.userId),
  }
}

async function consume(stream: AsyncIterable<TextEvent>, draft: Draft): Promise<'stop' | 'length'> {
  let finish: 'stop' | 'length' | null = null
  for await (const event of stream) {
    draft.take(event)
    if (event.type === 'finish') finish = event.reason
  }
  if (finish === null) throw new AttemptFailure('unavailable', { vendorCode: 'no_finish' })
  return finish
}

/** A model that answered with nothing usable has failed, however politely. */
function assertUsable(attempt: LoadedAttempt, draft: Draft): void {
  const isNew = draft.text().length > attempt.baseText.length
  const isUsable =
    attempt.work?.step === 'outline' ? readOutline(draft.text()).length > 0 : isWritten(attempt, draft.text())
  if (!isNew || !isUsable) {
    throw new AttemptFailure('unavailable', { vendorCode: 'empty_result' })
  }
}

/** How a finished text is stored: as the draft, as one more part, or as the plan that it is. */
function storeOf(
  input: AttemptInput,
  attempt: LoadedAttempt,
  draft: Draft,
): { update: Prisma.Sql; end: Pick<AttemptEnd, 'stages'> } {
  const { tool, work } = attempt
  if (work?.step === 'outline') {
    const parts = readOutline(draft.text())
    const plan = { parts, isHeaded: promptOf(tool).parts?.isHeaded ?? false, ends: [] }
    return { update: partUpdate(input, '', plan), end: { stages: stagesOf(plan) } }
  }
  const whole = textOf(attempt, draft)
  if (!work?.plan) return { update: draftUpdate(input, whole), end: {} }
  const plan = { ...work.plan, ends: [...work.plan.ends, whole.length] }
  return { update: partUpdate(input, whole, plan), end: {} }
}

/** What goes on from a text, and not the sections that stand around one. */
const isPart = ({ work, baseText }: LoadedAttempt) =>
  work?.plan ? !isClosing(work.plan, work.place.index) : baseText !== ''

const textOf = (attempt: LoadedAttempt, draft: Draft) =>
  isPart(attempt) ? unwrapPart(attempt.baseText, draft.text(), attempt.work?.place.title ?? '') : draft.text()

async function settle(
  ctx: DomainContext,
  input: AttemptInput,
  opened: OpenedTarget,
  attempt: LoadedAttempt,
  draft: Draft,
  end: {
    outcome: 'succeeded' | 'failed' | 'stopped'
    failure: AttemptFailure | null
    store: Prisma.Sql | null
  },
): Promise<void> {
  await draft.flush()
  const { outcome, failure, store } = end
  const texts = [...attempt.prompt.messages.map(({ content }) => content), attempt.baseText, draft.text()]
  await endAttempt(ctx, input, opened, { outcome, failure, texts, ...draft.report() }, store)
}
