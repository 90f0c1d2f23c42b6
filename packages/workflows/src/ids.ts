/** The first generation of a creation is `creation:{id}`; later ones add their ordinal. */
export function generationWorkflowId(creationId: string, ordinal: number): string {
  return ordinal === 1 ? `creation:${creationId}` : `creation:${creationId}:${ordinal}`
}

/** The generation that a workflow of this id works on; null for other workflows. */
export function readGenerationWorkflowId(workflowId: string): { creationId: string; ordinal: number } | null {
  const match = /^creation:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::([1-9]\d{0,8}))?$/.exec(workflowId)
  return match?.[1] === undefined ? null : { creationId: match[1], ordinal: Number(match[2] ?? 1) }
}

/** An audit that an operator asked for; the hourly ones have ids of their Schedule. */
export function auditWorkflowId(auditId: string): string {
  return `audit-ledger:${auditId}`
}

export function orderWorkflowId(orderId: string): string {
  return `order:${orderId}`
}

export function refundWorkflowId(refundId: string): string {
  return `refund:${refundId}`
}

/** The first attempt of a withdrawal is `withdrawal:{id}`; later ones add their ordinal. */
export function withdrawalWorkflowId(withdrawalId: string, attempt: number): string {
  return attempt === 1 ? `withdrawal:${withdrawalId}` : `withdrawal:${withdrawalId}:${attempt}`
}

export function verificationWorkflowId(verificationId: string): string {
  return `verify-email:${verificationId}`
}

/** Of one channel, kind and day, so that one run at a time works on a bill. */
export function billWorkflowId({ channel, day, kind }: { channel: string; day: string; kind?: string }): string {
  return kind === 'flow' ? `bill:${channel}:flow:${day}` : `bill:${channel}:${day}`
}

/** A day that an operator asked for; the daily runs have ids of their Schedule. */
export function reconciliationWorkflowId(day: string): string {
  return `reconcile:${day}`
}

export function passwordResetWorkflowId(resetId: string): string {
  return `reset-password:${resetId}`
}

export function notificationWorkflowId(notificationId: string): string {
  return `notify:${notificationId}`
}

/** Of one wish to be deleted: who takes it back and asks again has another. */
export function deletionWorkflowId(deletionId: string): string {
  return `account-deletion:${deletionId}`
}

/** Of one bulk issue of a coupon. */
export function couponIssueWorkflowId(issueId: string): string {
  return `coupon-issue:${issueId}`
}

/** Publications of one press. */
export function batchWorkflowId(batchId: string): string {
  return `publish:${batchId}`
}

/** The first round of a publication is `publication:{id}`; later ones, which somebody asked for, add their number. */
export function publicationWorkflowId(publicationId: string, round: number): string {
  return round === 1 ? `publication:${publicationId}` : `publication:${publicationId}:${round}`
}

export const scheduleIds = {
  bills: 'schedule:reconcile-bills',
  orders: 'schedule:sweep-orders',
  sweep: 'schedule:sweep-stuck-generations',
  reminders: 'schedule:remind-members',
  gifts: 'schedule:expire-gifts',
  coupons: 'schedule:sweep-coupons',
  renewals: 'schedule:sweep-renewals',
  rebates: 'schedule:pay-rebates',
  campaigns: 'schedule:sweep-campaigns',
  audit: 'schedule:audit-ledger',
  tokens: 'schedule:clean-up-tokens',
  creations: 'schedule:clean-up-creations',
  files: 'schedule:sweep-files',
  orphanFiles: 'schedule:sweep-orphan-files',
  publications: 'schedule:sweep-publications',
  webhooks: 'schedule:deliver-webhooks',
} as const
