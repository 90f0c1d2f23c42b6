/** What an audit row says was done; each is worded for operators. */
export const auditActions = [
  'campaign.create',
  'campaign.update',
  'campaign.remove',
  'campaign.start',
  'campaign.pause',
  'campaign.resume',
  'campaign.end',
  'credits.adjust',
  'generation.stop',
  'generation.start',
  'feature.set',
  'model.create',
  'model.update',
  'model.set-default',
  'model.remove',
  'order.resolve',
  'payment-channel.save',
  'payment-channel.clear',
  'payment-channel.switch',
  'plan.update',
  'prompt.create-draft',
  'prompt.update-draft',
  'prompt.delete-draft',
  'prompt.try',
  'prompt.publish',
  'prompt.roll-back',
  'reconciliation.resolve',
  'refund.approve',
  'refund.reject',
  'run.acknowledge',
  'session.refresh_token_reused',
  'support.answer',
  'support.close',
  'support.release',
  'support.take',
  'user.create_admin',
  'user.end_sessions',
  'user.set_role',
  'user.suspend',
  'user.reinstate',
  'user.withhold_signup_gift',
] as const

export type AuditAction = (typeof auditActions)[number]

/** What finance answers for. */
export const moneyActions = [
  'credits.adjust',
  'order.resolve',
  'payment-channel.save',
  'payment-channel.clear',
  'payment-channel.switch',
  'plan.update',
  'reconciliation.resolve',
  'refund.approve',
  'refund.reject',
  'user.withhold_signup_gift',
] as const satisfies readonly AuditAction[]

const known: ReadonlySet<string> = new Set(auditActions)

/** False for the row of a version that did other things. */
export function isAuditAction(text: string): text is AuditAction {
  return known.has(text)
}
