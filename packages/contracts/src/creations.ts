import { z } from 'zod'
import type { EntryKind } from './credits.ts'
import type { ErrorCode } from './errors.ts'
import type { FailureKind } from './failures.ts'
import { idInput, requestKeyInput } from './ids.ts'
import type { AttemptOutcome, VendorKey } from './models.ts'
import { longestInstruction, optimiseGoals } from './optimise-goals.ts'
import type { OptimiseGoal } from './optimise-goals.ts'
import { textInput } from './text.ts'
import { toolKeyInput } from './tools/registry.ts'
import type { ToolKey } from './tools/registry.ts'
import type { ToolCheck } from './tools/tool.ts'

export const creationKinds = ['writing'] as const
export type CreationKind = (typeof creationKinds)[number]

export const creationStatuses = ['draft', 'accepted', 'running', 'succeeded', 'failed', 'cancelled'] as const
export type CreationStatus = (typeof creationStatuses)[number]

/** `requested` is stored but not yet charged; `refused` never was. */
export const generationStatuses = [
  'requested',
  'refused',
  'accepted',
  'running',
  'succeeded',
  'failed',
  'cancelled',
] as const
export type GenerationStatus = (typeof generationStatuses)[number]

/** Charged, and not at an end. */
export const runningStatuses = ['accepted', 'running'] as const satisfies readonly GenerationStatus[]
/** Not at an end: one generation of a creation is active at a time. */
export const activeStatuses = ['requested', ...runningStatuses] as const satisfies readonly GenerationStatus[]

export function isRunning(status: string): boolean {
  return runningStatuses.some((running) => running === status)
}

export function isActive(status: string): boolean {
  return activeStatuses.some((active) => active === status)
}

/** `rewrite` writes a replacement for a selection, which becomes a version only when the person accepts it. */
export const generationKinds = ['generate', 'regenerate', 'optimise', 'continue', 'rewrite'] as const
export type GenerationKind = (typeof generationKinds)[number]

/** A version of the creation, or an offer that becomes part of one only when the person accepts it. */
export const generationYieldKinds = ['version', 'offer'] as const
export type GenerationYield = (typeof generationYieldKinds)[number]

export const generationYields: Readonly<Record<GenerationKind, GenerationYield>> = {
  generate: 'version',
  regenerate: 'version',
  optimise: 'version',
  continue: 'version',
  rewrite: 'offer',
}

/** Who pays. A continuation of a text that a length stop cut is free: the article was paid for. */
export const coverages = ['credits', 'membership', 'continuation'] as const
export type Coverage = (typeof coverages)[number]

/** Free continuations of one charged generation. */
export const freeContinuations = 5

export { optimiseGoals }
export type { OptimiseGoal }

export const generateInput = z.object({
  tool: toolKeyInput,
  /** Checked against the tool's own schema; a failure names the field and the rule. */
  input: z.record(z.string(), z.unknown()),
  modelId: idInput('model').nullish(),
  requestKey: requestKeyInput,
})
export type GenerateInput = z.output<typeof generateInput>

export const regenerateInput = z.object({
  creationId: idInput('creation'),
  /** Left out: the form of the last generation again. */
  input: z.record(z.string(), z.unknown()).nullish(),
  modelId: idInput('model').nullish(),
  requestKey: requestKeyInput,
})
export type RegenerateInput = z.output<typeof regenerateInput>

export const optimiseInput = z
  .object({
    creationId: idInput('creation'),
    goal: z.enum(optimiseGoals),
    /** For goal `audience` the reader, for `custom` the wish. */
    instruction: textInput(0, longestInstruction).nullish(),
    modelId: idInput('model').nullish(),
    requestKey: requestKeyInput,
  })
  .refine((value) => !['audience', 'custom'].includes(value.goal) || Boolean(value.instruction), {
    path: ['instruction'],
    message: 'required for this goal',
    params: { rule: 'required' },
  })
export type OptimiseInput = z.output<typeof optimiseInput>

export const continueInput = z.object({ creationId: idInput('creation'), requestKey: requestKeyInput })
export type ContinueInput = z.output<typeof continueInput>

export const duplicateInput = z.object({ creationId: idInput('creation'), requestKey: requestKeyInput })
export type DuplicateInput = z.output<typeof duplicateInput>

export const creationIdInput = z.object({ creationId: idInput('creation') })
export const stopInput = z.object({ generationId: idInput('generation') })
export const progressInput = z.object({
  generationId: idInput('generation'),
  /** tRPC fills it on reconnect; REST takes it from the Last-Event-ID header. */
  lastEventId: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/)
    .nullish(),
})
export interface GenerationDto {
  id: string
  creationId: string
  ordinal: number
  kind: GenerationKind
  status: GenerationStatus
  coveredBy: Coverage
  priceCredits: number
  refundedCredits: number
  failure: ErrorCode | null
  isStopRequested: boolean
  model: string | null
  createdAt: string
  finishedAt: string | null
}

/** Answer to generate, regenerate, optimise and continue. */
export interface GenerationStartedDto {
  creationId: string
  generationId: string
  /** `queued`: stored, and started by the sweep if nobody else does; watch its progress. */
  outcome: 'accepted' | 'queued'
  priceCredits: number
  coveredBy: Coverage
}

export interface CreationRowDto {
  id: string
  kind: CreationKind
  tool: ToolKey
  title: string
  status: CreationStatus
  isIncomplete: boolean
  wordCount: number
  createdAt: string
  updatedAt: string
}

export interface VersionDto {
  id: string
  ordinal: number
  /** The last three are a person's doing and carry no model. */
  kind: 'generated' | 'regenerated' | 'optimised' | 'continued' | 'edited' | 'restored' | 'copied'
  title: string
  /** The tool's typed result; its shape is the tool's `output` schema. */
  result: Record<string, unknown>
  /** What was found when the result was held against the tool's rules. */
  checks: ToolCheck[]
  wordCount: number
  isIncomplete: boolean
  /** Stopped by the person: what was there is kept. */
  isPartial: boolean
  model: string | null
  isSandbox: boolean
  promptVersion: string | null
  inputTokens: number
  outputTokens: number
  createdAt: string
}

export interface CreationDto extends CreationRowDto {
  input: Record<string, unknown>
  currentVersion: VersionDto | null
  /** The newest generation, whatever became of it. */
  generation: GenerationDto | null
  continuationsLeft: number
  /** In the trash since. */
  deletedAt: string | null
}

export interface AttemptDto {
  model: string
  vendor: VendorKey
  isSandbox: boolean
  attempt: number
  outcome: AttemptOutcome
  failureKind: FailureKind | null
  inputTokens: number
  outputTokens: number
  isEstimated: boolean
  firstTokenMs: number | null
  latencyMs: number
  costMicroYuan: number
  createdAt: string
}

export interface ReceiptDto {
  creationId: string
  netCredits: number
  generations: {
    generation: GenerationDto
    entries: { id: string; kind: EntryKind; amount: number; balanceAfter: number; createdAt: string }[]
    attempts: AttemptDto[]
  }[]
}
