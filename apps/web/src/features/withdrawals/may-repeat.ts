import type { CashAccountDto, WithdrawalDto } from '@mozhou/contracts/withdrawals/answers'

/** Whether the same money is offered once more: not of what its person took back by hand, and not where it could only be refused. */
export function mayRepeat(
  { canRepeat, endReason }: Pick<WithdrawalDto, 'canRepeat' | 'endReason'>,
  account: Pick<CashAccountDto, 'isOn' | 'isInDebt'> | undefined,
): boolean {
  return canRepeat && endReason !== 'by_person' && account?.isOn === true && !account.isInDebt
}
