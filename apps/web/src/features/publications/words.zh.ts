import { accountsZh } from './words/accounts.zh.ts'
import { calendarZh } from './words/calendar.zh.ts'
import { composeZh } from './words/compose.zh.ts'
import { oneZh } from './words/one.zh.ts'
import { sharedZh } from './words/shared.zh.ts'

export const publicationsZh = {
  publish: sharedZh,
  publishAccounts: accountsZh,
  publishCalendar: calendarZh,
  publishCompose: composeZh,
  publishOne: oneZh,
}
