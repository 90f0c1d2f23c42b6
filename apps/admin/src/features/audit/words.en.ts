import type { auditZh } from './words.zh.ts'

export const auditEn = {
  audit: {
    subtitle: 'Who changed what and when, before and after. To be read, never changed.',
    search: 'An operator’s username, or the id of what was changed',
    anyAction: 'Any action',
    time: 'Time',
    actor: 'Actor',
    action: 'Action',
    permission: 'Permission used',
    target: 'Target',
    detail: 'See change',
    before: 'Before',
    after: 'After',
    requestId: 'Request number',
    emptyTitle: 'No records yet',
    emptyHint: 'Every change made here is recorded.',
  },
} satisfies typeof auditZh
