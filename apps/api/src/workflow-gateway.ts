import type { AcceptOutcome } from '@mozhou/workflows/activities'
import type { GenerationStart } from '@mozhou/workflows/client'
import type { OrderEnd, OrderStart } from '@mozhou/workflows/order-client'
import type { PublicationStart } from '@mozhou/workflows/publication-client'
import type { Replanned } from '@mozhou/workflows/publication-messages'
import type { WithdrawalStart } from '@mozhou/workflows/withdrawal-client'

/** A workflow as operators see it in the admin app. */
export interface RunningWorkflowDto {
  workflowId: string
  runId: string
  type: string
  status: string
  startedAt: string
  summary: string
  /** Edge id of the generation that it works on; null for other workflows. */
  generationId: string | null
  bizStatus: string
  tier: string
  needsAttention: boolean
  /** Page of this run in the Temporal UI; null when its address is not configured. */
  url: string | null
}

/** What the API asks of Temporal. */
export interface WorkflowGateway {
  /** Resolves when the server answers for our namespace. */
  ping(): Promise<void>
  /** The decision about the charge; null when nobody decided in time, which loses nothing: the start is durable or swept. */
  startGeneration(start: GenerationStart): Promise<AcceptOutcome | null>
  /** Resolves also when nobody answered in time: the wish is in the row, and the sweep passes it on. */
  stopGeneration(creationId: string, ordinal: number): Promise<void>
  /** Resolves when the order's workflow is there. */
  watchOrder(order: OrderStart): Promise<void>
  /** Lets an order's workflow know that it has ended; with how, where nothing is left for it to do. */
  tellOrderSettled(orderId: string, end?: OrderEnd): Promise<void>
  startRefund(refund: { refundId: string; userId: string; label: string }): Promise<void>
  /** A bulk issue of a coupon: it is written down, and the sweep starts what is not started here. */
  startCouponIssue(issueId: string): Promise<void>
  /** Starts the run of a withdrawal, or lets it look now. */
  tellWithdrawal(withdrawal: WithdrawalStart): Promise<void>
  /** Starts the runs of publications of one press. */
  startPublications(starts: readonly PublicationStart[]): Promise<void>
  /** Lets the run of a publication take up what its row says now. */
  replanPublication(start: PublicationStart, change: Replanned): Promise<void>
  /** Lets it look at once, where it has one. */
  tellPublication(publication: Pick<PublicationStart, 'publicationId' | 'round'>): Promise<void>
  /** Resolves when the start is durable. */
  startAudit(auditId: string): Promise<void>
  /** Fetches and compares the bills of a day; resolves when the start is durable. */
  startReconciliation(day: string): Promise<void>
  /** Resolves when the start of the mail is durable. */
  startVerification(verificationId: string): Promise<void>
  /** Where operators look at the runs of one id; null when the address of the Temporal UI is not configured. */
  pageOf(workflowId: string): string | null
  /** The same for the mail with a link to a new password. */
  startPasswordReset(resetId: string): Promise<void>
  /** Whether a run of this id needed or needs somebody; null when there is none. */
  findRun(workflowId: string): Promise<{ needsPerson: boolean } | null>
  /** Running ones and those that ended in need of a person, newest first, at most 100. */
  listRunning(): Promise<RunningWorkflowDto[]>
}
