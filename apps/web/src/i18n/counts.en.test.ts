import { expect, it } from 'vitest'
import { accountsEn } from '../features/accounts/words.en.ts'
import { creditsEn } from '../features/credits/words.en.ts'
import { libraryEn } from './library.en.ts'
import { writingEn } from './writing.en.ts'

it.each([
  ['a device', accountsEn.settings.revokedOthers],
  ['a work', libraryEn.library.removeTitle],
  ['a day', libraryEn.library.days],
  ['a character', writingEn.writing.words],
  ['a note', writingEn.writing.checksInfo],
  ['an entry', creditsEn.credits.intactHint],
])('one is told in the singular: %s', (_, words) => {
  expect(words('1')).not.toMatch(/\b(devices|works|days|characters|notes|entries)\b/)
  expect(words('2')).toMatch(/\b2 (devices|works|days|characters|notes|entries)\b/)
})
