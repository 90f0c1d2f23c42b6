import type { Confirmation, PublicationStatus } from '@mozhou/contracts/publications/kinds'

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
    'removed',
  ],
  in_review: ['awaiting_user', 'published', 'rejected', 'failed', 'unconfirmed', 'expired', 'removed'],
  awaiting_user: ['in_review', 'published', 'rejected', 'failed', 'unconfirmed', 'expired', 'cancelled', 'removed'],
  needs_attention: ['scheduled', 'cancelled'],
  published: ['removed', 'rejected'],
  rejected: ['published', 'scheduled'],
  failed: ['scheduled', 'published'],
  unconfirmed: ['in_review', 'awaiting_user', 'published', 'rejected', 'failed', 'removed'],
  expired: ['scheduled', 'published'],
  cancelled: ['published', 'in_review'],
  removed: [],
}

export const mayMove = (from: PublicationStatus, to: PublicationStatus): boolean => transitions[from].includes(to)

type Deed = 'edit' | 'reschedule' | 'publishNow' | 'cancel' | 'confirm' | 'correct' | 'denyPosted' | 'retry' | 'retract'

/** What the person may do with one as it stands. `isRetractable` is known by its connector. */
export function permitted(
  status: PublicationStatus,
  { isRetractable = false, confirmation = null }: { isRetractable?: boolean; confirmation?: Confirmation | null } = {},
): Record<Deed, boolean> {
  const isOneOf = (...statuses: PublicationStatus[]) => statuses.includes(status)
  // The platform never let anybody see it: its author decides whether it is sent again, or was let out by hand after all.
  const isRefused = status === 'rejected' && confirmation === null
  return {
    edit: isOneOf('draft', 'scheduled', 'needs_attention'),
    reschedule: isOneOf('scheduled', 'needs_attention'),
    publishNow: isOneOf('scheduled', 'needs_attention'),
    cancel: isOneOf('scheduled', 'preparing', 'needs_attention', 'awaiting_user'),
    confirm: isOneOf('awaiting_user', 'unconfirmed', 'expired', 'in_review') || isRefused,
    // What the platform itself said is not corrected by anybody.
    correct: status === 'published' && confirmation === 'user_confirmed',
    denyPosted: status === 'unconfirmed',
    // Where it is known that nothing is out.
    retry: isOneOf('failed', 'expired', 'needs_attention') || isRefused,
    retract: status === 'published' && isRetractable,
  }
}
