import { accountsEn } from './words/accounts.en.ts'
import { calendarEn } from './words/calendar.en.ts'
import { composeEn } from './words/compose.en.ts'
import { oneEn } from './words/one.en.ts'
import { sharedEn } from './words/shared.en.ts'
import type { publicationsZh } from './words.zh.ts'

export const publicationsEn: typeof publicationsZh = {
  publish: sharedEn,
  publishAccounts: accountsEn,
  publishCalendar: calendarEn,
  publishCompose: composeEn,
  publishOne: oneEn,
}
