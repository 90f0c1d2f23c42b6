import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'prompts.list': ['operator', 'admin'],
  'prompts.versions': ['operator', 'admin'],
  'prompts.createDraft': ['admin'],
  'prompts.updateDraft': ['admin'],
  'prompts.deleteDraft': ['admin'],
  'prompts.try': ['admin'],
  'prompts.publish': ['admin'],
}
