import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { dayOf } from '../shanghai-day.ts'

/** @throws AppError BILL_DAY_NOT_OVER: no channel has a bill of a day that is not over. */
export function refuseDayNotOver({ clock }: Pick<DomainContext, 'clock'>, { day }: { day: string }): void {
  if (day >= dayOf(clock.now())) throw new AppError('BILL_DAY_NOT_OVER')
}
