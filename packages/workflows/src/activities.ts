import type { Coverage } from '@mozhou/contracts/generations/kinds'
import type { ErrorCode, ErrorParams } from '@mozhou/contracts/errors'

/** A model that may write this text, best first. Names only: the activity fetches keys and addresses itself. */
export interface Candidate {
  modelId: string
  alias: string
  contextTokens: number
}

/** A step of a long work: the outline, the parts from 1, and one more for the sections around the text. */
export type WorkStep = 'outline' | number

/** A long work is written in steps, each stored as it ends; `total` is null until there is an outline. */
export interface Work {
  next: WorkStep
  total: number | null
}

export type AcceptOutcome =
  | { kind: 'accepted'; candidates: Candidate[]; coveredBy: Coverage; priceCredits: number; work?: Work }
  | { kind: 'refused'; code: ErrorCode; params: ErrorParams }

export interface WriteInput {
  generationId: string
  modelId: string
  /** Grows with every schedule of this activity in one generation; see `epochOf`. */
  round: number
  /** Another model was tried before. */
  isFallback: boolean
  /** Left out for a work that is written in one go. */
  step?: WorkStep
}

export interface WriteOutcome {
  epoch: number
  finish: 'stop' | 'length' | 'stopped'
  /** After an outline: how many parts it has. */
  parts?: number
}

/** What the workflows ask of the worker: ids and small values, never text, prompts or keys. */
export interface Activities {
  /** Charges and accepts in one statement; repeats give the first answer. */
  acceptGeneration(input: { generationId: string; userId: string }): Promise<AcceptOutcome>
  /** One model writes. Fails with an ApplicationFailure whose type is a FailureKind. */
  writeText(input: WriteInput): Promise<WriteOutcome>
  /** Turns the finished draft into a version, then tells viewers. */
  completeGeneration(input: { generationId: string; epoch: number; finish: 'stop' | 'length' }): Promise<void>
  /** Keeps the finished parts of a long work whose next part nobody could write; they stay charged, going on is free. */
  keepParts(input: { generationId: string }): Promise<void>
  /** Ends a stopped generation: a delivered part becomes a version and stays charged, nothing delivered is refunded. */
  settleStopped(input: { generationId: string }): Promise<{ isKept: boolean }>
  /** Gives back exactly what this generation was charged; nothing when nothing was. */
  refundGeneration(input: { generationId: string }): Promise<{ refundedCredits: number }>
  failGeneration(input: { generationId: string; code: ErrorCode }): Promise<void>

  sweepStuckGenerations(input: { olderThanMs: number }): Promise<{ started: number; repaired: number }>
  auditLedger(): Promise<{ failedChecks: number; findings: number }>
  cleanUpTokens(): Promise<{ removed: number }>
  /** Purges works whose days in the trash are over, and makes search rows that are missing. */
  cleanUpCreations(): Promise<{ purged: number; indexed: number }>
}
