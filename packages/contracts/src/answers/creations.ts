import { z } from 'zod'
import type {
  AttemptDto,
  CreationDto,
  CreationRowDto,
  GenerationDto,
  GenerationStartedDto,
  ReceiptDto,
  VersionDto,
} from '../creations.ts'
import { coverages, creationKinds, creationStatuses, generationKinds, generationStatuses } from '../creations.ts'
import { entryKinds } from '../credits.ts'
import { failureKinds } from '../failures.ts'
import { idAnswer } from '../ids.ts'
import { attemptOutcomes, vendorKeys } from '../models.ts'
import { toolKeyInput } from '../tools/registry.ts'
import { rewriteGoals, rewriteStatuses } from '../creation-editing.ts'
import type { RewriteDto } from '../creation-editing.ts'
import type { BulkResultDto, FoundCreationDto, TrashedCreationDto } from '../creation-library.ts'
import type { ToolCheck } from '../tools/tool.ts'
import { answer, instantAnswer } from './answer.ts'
import { errorCodeAnswer } from './rest-error.ts'

const count = z.number().int()
const anything = z.record(z.string(), z.unknown())

export const generationStartedAnswer = answer<GenerationStartedDto>()(
  z
    .object({
      creationId: idAnswer('creation'),
      generationId: idAnswer('generation'),
      outcome: z.enum(['accepted', 'queued']),
      priceCredits: count,
      coveredBy: z.enum(coverages),
    })
    .meta({ id: 'GenerationStarted' }),
)

const generationAnswer = answer<GenerationDto>()(
  z
    .object({
      id: idAnswer('generation'),
      creationId: idAnswer('creation'),
      ordinal: count,
      kind: z.enum(generationKinds),
      status: z.enum(generationStatuses),
      coveredBy: z.enum(coverages),
      priceCredits: count,
      refundedCredits: count,
      failure: errorCodeAnswer.nullable(),
      isStopRequested: z.boolean(),
      model: z.string().nullable(),
      createdAt: instantAnswer,
      finishedAt: instantAnswer.nullable(),
    })
    .meta({ id: 'Generation' }),
)

const creationRowFields = {
  id: idAnswer('creation'),
  kind: z.enum(creationKinds),
  tool: toolKeyInput,
  title: z.string(),
  status: z.enum(creationStatuses),
  isIncomplete: z.boolean(),
  wordCount: count,
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
}
export const creationRowAnswer = answer<CreationRowDto>()(z.object(creationRowFields).meta({ id: 'CreationRow' }))

/** A work that a search found. */
export const foundCreationAnswer = answer<FoundCreationDto>()(
  z.object({ ...creationRowFields, excerpt: z.string().nullable() }).meta({ id: 'FoundCreation' }),
)

const wording = z.object({ zh: z.string(), en: z.string() })
const checkAnswer = answer<ToolCheck>()(
  z
    .object({
      rule: z.string(),
      severity: z.enum(['ok', 'info', 'warn']),
      label: wording,
      detail: wording,
      source: z.object({ title: z.string(), url: z.string(), date: z.string() }).optional(),
    })
    .meta({ id: 'Check' }),
)

export const versionAnswer = answer<VersionDto>()(
  z
    .object({
      id: idAnswer('version'),
      ordinal: count,
      kind: z.enum(['generated', 'regenerated', 'optimised', 'continued', 'edited', 'restored', 'copied']),
      title: z.string(),
      result: anything,
      checks: z.array(checkAnswer),
      wordCount: count,
      isIncomplete: z.boolean(),
      isPartial: z.boolean(),
      model: z.string().nullable(),
      isSandbox: z.boolean(),
      promptVersion: z.string().nullable(),
      inputTokens: count,
      outputTokens: count,
      createdAt: instantAnswer,
    })
    .meta({ id: 'Version' }),
)

export const creationAnswer = answer<CreationDto>()(
  z
    .object({
      ...creationRowFields,
      input: anything,
      currentVersion: versionAnswer.nullable(),
      generation: generationAnswer.nullable(),
      continuationsLeft: count,
      deletedAt: instantAnswer.nullable(),
    })
    .meta({ id: 'Creation' }),
)

const attemptAnswer = answer<AttemptDto>()(
  z
    .object({
      model: z.string(),
      vendor: z.enum(vendorKeys),
      isSandbox: z.boolean(),
      attempt: count,
      outcome: z.enum(attemptOutcomes),
      failureKind: z.enum(failureKinds).nullable(),
      inputTokens: count,
      outputTokens: count,
      isEstimated: z.boolean(),
      firstTokenMs: count.nullable(),
      latencyMs: count,
      costMicroYuan: count,
      createdAt: instantAnswer,
    })
    .meta({ id: 'Attempt' }),
)

export const receiptAnswer = answer<ReceiptDto>()(
  z
    .object({
      creationId: idAnswer('creation'),
      netCredits: count,
      generations: z.array(
        z.object({
          generation: generationAnswer,
          entries: z.array(
            z.object({
              id: idAnswer('entry'),
              kind: z.enum(entryKinds),
              amount: count,
              balanceAfter: count,
              createdAt: instantAnswer,
            }),
          ),
          attempts: z.array(attemptAnswer),
        }),
      ),
    })
    .meta({ id: 'Receipt' }),
)

export const trashedCreationAnswer = answer<TrashedCreationDto>()(
  z.object({ ...creationRowFields, deletedAt: instantAnswer, daysLeft: count }).meta({ id: 'TrashedCreation' }),
)

export const bulkResultAnswer = answer<BulkResultDto>()(
  z
    .object({
      changedIds: z.array(idAnswer('creation')),
      refused: z.array(z.object({ creationId: idAnswer('creation'), code: errorCodeAnswer })),
    })
    .meta({ id: 'BulkResult' }),
)

export const rewriteAnswer = answer<RewriteDto>()(
  z
    .object({
      generationId: idAnswer('generation'),
      creationId: idAnswer('creation'),
      baseVersionId: idAnswer('version'),
      field: z.string(),
      start: count,
      end: count,
      text: z.string(),
      goal: z.enum(rewriteGoals),
      status: z.enum(rewriteStatuses),
      replacement: z.string(),
      isIncomplete: z.boolean(),
      isApplicable: z.boolean(),
      appliedVersionId: idAnswer('version').nullable(),
      createdAt: instantAnswer,
    })
    .meta({ id: 'Rewrite' }),
)
