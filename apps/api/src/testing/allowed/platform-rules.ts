import type { Allowed } from '../allowed.ts'

export const allowed: Allowed = {
  'platformRules.changes': ['operator', 'admin'],
  'platformRules.history': ['operator', 'admin'],
  'platformRules.set': ['operator', 'admin'],
  'platformRules.wordLists': ['operator', 'admin'],
  'platformRules.wordList': ['operator', 'admin'],
  'platformRules.saveWordList': ['operator', 'admin'],
  'platformRules.restoreWordList': ['operator', 'admin'],
}
