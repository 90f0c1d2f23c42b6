import type { workflowsZh } from './words.zh.ts'

export const workflowsEn = {
  workflows: {
    subtitle: 'Workflows running in Temporal, and those that ended in need of a person.',
    openUi: 'Open the Temporal UI',
    search: 'Workflow id, type, summary or generation',
    anyTier: 'Any tier',
    tierOf: { member: 'Member', free: 'Free' },
    id: 'Workflow',
    type: 'Type',
    status: 'Status',
    business: 'Business status',
    tier: 'Tier',
    started: 'Started',
    attention: 'Needs attention',
    emptyTitle: 'Nothing is running',
    emptyHint: 'Generations and scheduled jobs appear here while they run.',
    refresh: 'Refresh',
    view: 'View',
    views: { open: 'Running and waiting', attention: 'Needs attention', handled: 'Handled' },
    handle: 'Handle',
    handledBy: (actor, time) => `${actor}, ${time}`,
  },
} satisfies typeof workflowsZh
