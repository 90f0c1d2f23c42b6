import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'

/**
 * Where a publication may go from where it stands. What a platform says late is heard as well: a work that was given up may be out after
 * all. A state that is not left has an empty list.
 */
export const transitions: Readonly<Record<PublicationStatus, readonly PublicationStatus[]>> = {
  draft: ['scheduled'],
  scheduled: ['preparing', 'needs_attention', 'cancelled'],
  preparing: ['scheduled', 'submitted', 'needs_attention', 'failed', 'cancelled'],
  submitted: [
    'preparing',
    'in_review',
    'awaiting_user',
    'published',
    'rejected',
    'failed',
    'needs_attention',
    'unconfirmed',
  ],
  in_review: ['awaiting_user', 'published', 'rejected', 'failed', 'unconfirmed', 'expired'],
  awaiting_user: ['in_review', 'published', 'rejected', 'failed', 'expired', 'cancelled'],
  needs_attention: ['scheduled', 'cancelled'],
  published: ['removed', 'rejected'],
  rejected: ['published'],
  failed: ['scheduled', 'published'],
  unconfirmed: ['in_review', 'awaiting_user', 'published', 'rejected', 'failed'],
  expired: ['scheduled', 'published'],
  cancelled: ['published', 'in_review'],
  removed: [],
}

export const mayMove = (from: PublicationStatus, to: PublicationStatus): boolean => transitions[from].includes(to)

/** What the person may do with one as it stands. `isRetryable` and `isRetractable` are known by its attempts and its connector. */
export function permitted(
  status: PublicationStatus,
  { isRetractable }: { isRetractable: boolean },
): Record<'edit' | 'reschedule' | 'publishNow' | 'cancel' | 'confirm' | 'denyPosted' | 'retry' | 'retract', boolean> {
  const isOneOf = (...statuses: PublicationStatus[]) => statuses.includes(status)
  return {
    edit: isOneOf('draft', 'scheduled', 'needs_attention'),
    reschedule: isOneOf('scheduled', 'needs_attention'),
    publishNow: isOneOf('scheduled', 'needs_attention'),
    cancel: isOneOf('scheduled', 'preparing', 'needs_attention', 'awaiting_user'),
    confirm: isOneOf('awaiting_user', 'unconfirmed', 'expired', 'in_review'),
    denyPosted: status === 'unconfirmed',
    // Where it is known that nothing is out.
    retry: isOneOf('failed', 'expired', 'needs_attention'),
    retract: status === 'published' && isRetractable,
  }
}
