import type { reconciliationErrors } from './errors.ts'

export const reconciliationErrorsEn = {
  BILL_NOT_FOUND: 'There is no bill of that day. Look in the list of days.',
  FINDING_NOT_FOUND: 'There is no such finding. Reload the page of the day.',
  FINDING_RESOLVED: 'This finding has been settled; it was not changed again. Reload to see how.',
  BILL_DAY_NOT_OVER: 'That day is not over, so that no channel has a bill of it. Choose yesterday or an earlier day.',
} satisfies Record<keyof typeof reconciliationErrors, string>
