import type { Grants } from '../roles.ts'

export const generationsPermissions = {
  'workflow:read': ['operator', 'finance'],
  /** One run: what it cost, which models were called, how it ended. */
  'generation:read': ['operator', 'finance'],
  /** Stopping a run, and starting one that nobody started. */
  'generation:act': ['operator'],
  /** Saying that a run which needed somebody was seen to. */
  'workflow:acknowledge': ['operator', 'finance'],
} as const satisfies Grants
