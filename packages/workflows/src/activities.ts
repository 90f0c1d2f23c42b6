import type { Coverage } from '@mozhou/contracts/generations/kinds'
import type { ErrorCode, ErrorParams } from '@mozhou/contracts/errors'

/** A model that may make the run, best first. Names only: the activity fetches keys and addresses itself. */
export interface Candidate {
  modelId: string
  alias: string
  contextTokens: number
}

/** A step of a run in stages: a name or a number, never content. */
export type Step = string | number

export interface Stage {
  step: Step
  /** What people read of it in the Temporal UI. */
  name: string
  /** Whether the person has something of it once it has ended. */
  delivers: boolean
  /** Left out where the run's own candidates make it. */
  candidates?: Candidate[]
}

export interface AcceptedRun {
  kind: 'accepted'
  candidates: Candidate[]
  coveredBy: Coverage
  priceCredits: number
  /** Left out in histories from before there were several. */
  creationKind?: string
  /** What people read of a call of a model in the Temporal UI, e.g. `文本生成`; left out likewise. */
  attemptLabel?: string
  /** Left out for a run that is made in one go. */
  stages?: readonly Stage[]
}

export type AcceptOutcome = AcceptedRun | { kind: 'refused'; code: ErrorCode; params: ErrorParams }

export interface AttemptInput {
  creationKind?: string | undefined
  generationId: string
  modelId: string
  /** Grows with every schedule of this activity in one generation; see `epochOf`. */
  round: number
  /** Another model was tried before. */
  isFallback: boolean
  /** Left out for a run that is made in one go. */
  step?: Step
}

export interface AttemptOutcome {
  epoch: number
  finish: 'stop' | 'length' | 'stopped'
  /** What is to follow instead of the stages planned so far. */
  stages?: readonly Stage[]
  /** The generation has ended with what was made; left out in histories from before attempts stored it. */
  isStored?: true
}

export type RemovalBegun =
  /** `label`: what people read of the step in the Temporal UI. */
  | { kind: 'removing'; steps: { step: string; label: string }[] }
  | { kind: 'hindered'; hindrances: string[] }
  | { kind: 'over' }

/** `kind` is left out by runs of before there were bills of the flow: a bill of trades. */
export interface DueBill {
  channel: string
  day: string
  kind?: 'trade' | 'flow'
}

/** What a publication's run does next; `end`: it needs no run any more. */
export type PublicationStep =
  | { step: 'wait'; ms: number; status: string }
  | { step: 'prepare' | 'find_lost' | 'look'; status: string }
  | { step: 'end'; status: string }

export interface PublicationPlan {
  status: string
  /** How long its run waits now; null where it waits for nothing. */
  waitMs: number | null
}

/** What the workflows ask of the worker: ids and small values, never text, prompts or keys. */
export interface Activities {
  /** Charges and accepts in one statement; repeats give the first answer. */
  acceptGeneration(input: { generationId: string; userId: string }): Promise<AcceptOutcome>
  /**
   * One model makes the run or one stage of it, whatever its kind: recorded histories hold the name it began with. Fails with an
   * ApplicationFailure whose type is a FailureKind.
   */
  writeText(input: AttemptInput): Promise<AttemptOutcome>
  /** Stores the finished draft, then tells viewers. */
  completeGeneration(input: { generationId: string; epoch: number; finish: 'stop' | 'length' }): Promise<void>
  /** Keeps the finished stages of a run whose next one nobody could make; what was not delivered is given back. Named like `writeText`. */
  keepParts(input: { generationId: string }): Promise<void>
  /** Ends a stopped generation: what was delivered is kept and stays charged, nothing delivered is refunded. */
  settleStopped(input: { generationId: string }): Promise<{ isKept: boolean }>
  /**
   * Gives back exactly what this generation was charged for nothing; nothing when nothing was. `isKept`: some of it was delivered, and with that the
   * generation has ended; left out otherwise, and in histories from before anything could be kept here.
   */
  refundGeneration(input: { generationId: string }): Promise<{ refundedCredits: number; isKept?: true }>
  failGeneration(input: { generationId: string; code: ErrorCode }): Promise<void>

  /** Asks the channels whether an order was paid, and fulfils it if so. */
  syncOrder(input: { orderId: string }): Promise<{ status: string }>
  /** Ends an order that nobody paid, here and at the channels. */
  closeOrder(input: { orderId: string }): Promise<{ status: string }>
  /** One step of a refund of money. */
  advanceRefund(input: { refundId: string }): Promise<{ status: string; isOver: boolean }>
  /** Lets a withdrawal go that nobody has to look at. Gives where it stands. */
  approveWithdrawal(input: { withdrawalId: string }): Promise<{ status: string }>
  /** Asks the channel to pay, under the number of this attempt; what was sent before is asked about first. */
  sendTransfer(input: { withdrawalId: string }): Promise<{ status: string; mayReturn: boolean }>
  /** Asks where a transfer stands, and sends nothing. */
  askTransfer(input: { withdrawalId: string }): Promise<{ status: string; isAbsent: boolean; mayReturn: boolean }>
  /** Applies notices whose process died, and starts what nobody started. */
  sweepOrders(): Promise<{ notices: number; started: number }>
  /** Channels' bills that are to be fetched or compared: of one day, or of every one of a week that is not done. */
  dueBills(input: { day: string | null }): Promise<DueBill[]>
  fetchBill(input: DueBill): Promise<'fetched' | 'not_ready'>
  /** Writes down what differs; refunds that it promised are started. */
  compareBill(input: DueBill): Promise<{ open: number }>
  /** Sends the mail with the link of one verification. The address and the link stay in the database. */
  sendVerification(input: { verificationId: string }): Promise<'sent' | 'refused' | 'not_needed'>

  /** Finds out whose link to a new password was asked for, and mails it. Name, address and link stay in the database. */
  sendPasswordReset(input: { resetId: string }): Promise<'sent' | 'refused' | 'not_needed'>
  /** Sends the mail of one notification. */
  sendNotification(input: { notificationId: string }): Promise<'sent' | 'refused' | 'unwanted'>
  /** Tells members that their membership ends, each time once. */
  remindMembers(): Promise<{ told: number }>
  /** Takes gifts whose time is over; a person whose turn fails is counted, and tried again by the hour. */
  expireGifts(): Promise<{ expired: number; told: number; failed: number }>
  /** Pays the rebates whose day has come, each once. */
  payRebates(): Promise<{ paid: number; failed: number }>
  /** Announces, charges and ends what is due of automatic renewals. */
  sweepRenewals(): Promise<{ advanced: number; failed: number }>

  /** The point of no return of a deletion, or why it is not reached; repeats give the steps again. */
  beginRemoval(input: { deletionId: string }): Promise<RemovalBegun>
  /** Removes one kind of thing, however much there is of it; repeats find nothing left. */
  removePart(input: { deletionId: string; step: string }): Promise<{ removed: number }>
  /** Takes the name of the account, once everything else is gone. */
  finishRemoval(input: { deletionId: string }): Promise<void>
  /** Gives a bulk issue's next batches, for some seconds. */
  advanceCouponIssue(input: {
    issueId: string
  }): Promise<{ isOver: boolean; total: number; issued: number; skipped: number }>
  /** Ends coupons whose time is over, reminds of those that end soon, starts issues that nobody started. */
  sweepCoupons(): Promise<{ expired: number; told: number; started: number }>
  /** Ends campaigns that are over, and tells operators of budgets that run low. */
  sweepCampaigns(): Promise<{ ended: number; alarmed: number }>

  /** Ends files, masks and bytes that are over. */
  sweepFiles(): Promise<{ files: number; expired: number; uploads: number; blobs: number; staged: number }>
  /** Goes through the whole store for bytes that no row knows. */
  sweepOrphanFiles(): Promise<{ orphans: number }>

  /** Where a publication stands and what is next; at its time it takes a slot of its account. */
  planPublication(input: { publicationId: string }): Promise<PublicationStep>
  /** Rules again, declaration, uploads; repeats go on where an earlier try was cut off. */
  preparePublication(input: { publicationId: string }): Promise<{ isReady: boolean }>
  /** Asks the platform to publish, once, whoever comes to do it. */
  submitPublication(input: { publicationId: string; lostAfterMs: number }): Promise<{ status: string }>
  /** Asks where it stands, and sends nothing. */
  lookUpPublication(input: { publicationId: string }): Promise<{ status: string }>
  /** Looks for a submission whose answer was lost, and sends nothing. */
  findLostPublication(input: { publicationId: string; pauseMs: number }): Promise<{ status: string }>
  /** Starts what nobody started, asks about hand-overs and what is out, checks accounts. */
  sweepPublications(): Promise<{ started: number; looked: number; checked: number }>
  /** Sends customers' addresses what is due. */
  deliverWebhooks(): Promise<{ sent: number; failed: number }>

  sweepStuckGenerations(input: { olderThanMs: number }): Promise<{ started: number; repaired: number }>
  /** Goes on where the audit of this id stands. */
  auditLedger(input: { auditId: string }): Promise<{ failedChecks: number; findings: number }>
  cleanUpTokens(): Promise<{ removed: number }>
  /** Purges works whose days in the trash are over, and makes search rows that are missing. */
  cleanUpCreations(): Promise<{ purged: number; indexed: number }>
}
