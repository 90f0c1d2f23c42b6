import type { GenerationKind } from '@mozhou/contracts/generations/kinds'
import type { DeliveryDto } from '@mozhou/contracts/generations/answers'
import type { Capability } from '@mozhou/contracts/models/kinds'
import type { Wording } from '@mozhou/contracts/wording'
import type { DomainContext, TxContext } from '../context.ts'
import type { FilesContext } from '../files/files-context.ts'
import type { CatalogueModel } from '../models/catalogue.ts'
import type { Run } from './load-run.ts'

/** A step of a run in stages. Workflow histories hold it, so it is a name or a number and never content. */
export type Step = string | number

export interface Stage {
  step: Step
  /** What operators read of it in the Temporal UI. */
  name: string
  /** Whether the person has something of it once it has ended; a plan alone delivers nothing. */
  delivers: boolean
  /** What its models must be able to do, where that is not what the run's are. */
  capability?: Capability
}

export interface AttemptInput {
  generationId: string
  modelId: string
  epoch: number
  /** Of this model, from 1. */
  attempt: number
  isFallback: boolean
  /** Left out for a run that is made in one go. */
  step?: Step
}

export interface AttemptEnd {
  finish: 'stop' | 'length' | 'stopped'
  /** Of the attempt whose draft the generation now holds. */
  epoch: number
  /** What is to follow instead of the stages planned so far: the stages of an outline are known when it is written. */
  stages?: readonly Stage[]
}

/** What the workflow is told of an attempt. */
export interface RunAttemptEnd extends AttemptEnd {
  /** The generation has ended with what was made: nothing is left to store. */
  isStored?: true
}

export interface AttemptControl {
  /** Aborted when the workflow cancels the call, and when the worker shuts down. */
  signal: AbortSignal
  /** Whether that abort is the person's stop, which keeps what was made, or the worker's end, which hands the call back. */
  isStop(): boolean
}

/** How a run ends that leaves something: whole, cut at a model's limit, stopped by the person, or with its last stages failed. */
export interface RunEnd {
  reason: 'whole' | 'cut' | 'stopped' | 'failed'
  /** Only the draft of this epoch is stored. */
  epoch: number
}

export interface StoredRun {
  /** Null when something else ended the generation first. */
  versionId: string | null
  isIncomplete: boolean
}

export interface PlannedRun {
  id: string
  kind: string
  input: unknown
  plan: unknown
  baseVersionId: string | null
  creation: { toolKey: string }
}

export interface PricedRequest {
  kind: GenerationKind
  tool: string
  input: Record<string, unknown>
}

/** What a kind of creation answers, so that the frame can charge, run, keep and refund it without knowing what it makes. */
export interface Fulfilment {
  /** The search attribute BizType of its workflows. */
  bizType: string
  /** What its models must be able to do. */
  capability: Capability
  /** What people read of a work in the library: what it was made with, e.g. `公众号文章`. */
  toolTitle(tool: string): Wording
  /** What operators read of a run in the Temporal UI, e.g. `公众号文章 · 重新生成`. */
  label(request: { tool: string; kind: GenerationKind }): string
  /** What operators read of a call of a model, e.g. `文本生成`. */
  attemptLabel: string
  /** Credits that the form costs somebody who pays with them. `isPaidFor`: an earlier charge covers it, whoever asks. */
  priceOf(request: PricedRequest): { credits: number; isPaidFor: boolean }
  /** The stages still to be made, none for a run in one go. A repeat gives the same ones, less those that are stored. */
  plan(ctx: DomainContext, run: PlannedRun): Promise<readonly Stage[]>
  /** Which of the models with the capability can make this run; all of them, where it is left out. */
  suits?(ctx: DomainContext, run: PlannedRun): Promise<(model: CatalogueModel) => boolean>
  /**
   * One model makes the run, or one stage of it, from `beginAttempt` to `endAttempt`. It may run twice.
   * @throws AttemptFailure when the model could not, AttemptSuperseded when a newer attempt took over.
   */
  attempt(ctx: FilesContext, input: AttemptInput, control: AttemptControl): Promise<AttemptEnd>
  /** Whether the draft holds anything that a person would pay for. */
  hasDelivered(ctx: DomainContext, run: Run): boolean | Promise<boolean>
  /**
   * Credits of the price that a run which ends so did not deliver; they are given back with its end, in whose transaction this is asked. Null
   * where whatever is kept stays charged whole.
   */
  undeliveredCredits: ((ctx: TxContext, run: Run, end: RunEnd) => number | Promise<number>) | null
  /** Ends the generation with its draft as the creation's newest version; nothing when it has ended. */
  store(ctx: TxContext, run: Run, end: RunEnd): Promise<StoredRun>
  /** What came of runs that are paid for by the piece, by their ids; left out where nothing is. */
  deliveries?(
    ctx: Pick<DomainContext, 'prisma'>,
    generationIds: readonly string[],
  ): Promise<ReadonlyMap<string, DeliveryDto>>
  /** The picture that lists show of a work, as the id of a file, by the work's id; left out where there are none. */
  covers?(ctx: Pick<DomainContext, 'prisma'>, creationIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** How many pieces works hold, all their versions together, by their ids; left out where words are counted. */
  pieces?(ctx: Pick<DomainContext, 'prisma'>, creationIds: readonly string[]): Promise<ReadonlyMap<string, number>>
}

/** The kinds that this process can fulfil; `fulfilments.ts` holds every kind of the contract. */
export type Fulfilments = Readonly<Partial<Record<string, Fulfilment>>>

/** The frame is handed the kinds, so that it stands below them. */
export interface GenerationsContext extends FilesContext {
  fulfilments: Fulfilments
}

/** @throws Error for a kind that nobody fulfils. */
export function fulfilmentOf({ fulfilments }: Pick<GenerationsContext, 'fulfilments'>, kind: string): Fulfilment {
  const fulfilment = fulfilments[kind]
  if (!fulfilment) throw new Error(`nothing fulfils creations of kind ${kind}`)
  return fulfilment
}
