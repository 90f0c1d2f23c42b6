import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'prompts.list': ['operator', 'admin'],
  'prompts.versions': ['operator', 'admin'],
  'prompts.createDraft': ['operator', 'admin'],
  'prompts.updateDraft': ['operator', 'admin'],
  'prompts.deleteDraft': ['operator', 'admin'],
  'prompts.try': ['operator', 'admin'],
  'prompts.publish': ['admin'],
}
