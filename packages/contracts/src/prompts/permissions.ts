import type { Grants } from '../roles.ts'

export const promptsPermissions = {
  'prompt:read': ['operator'],
  /** Writing drafts and trying them. */
  'prompt:draft': ['operator'],
  /** What everybody's texts are written by from then on: publishing, and going back. */
  'prompt:publish': [],
} as const satisfies Grants
