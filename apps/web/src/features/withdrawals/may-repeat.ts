import type { CashAccountDto, WithdrawalDto } from '@mozhou/contracts/withdrawals/answers'

/** Whether the same money is offered once more: not where it could only be refused. What was refused on the phone or taken back may be taken after all. */
export function mayRepeat(
  { canRepeat }: Pick<WithdrawalDto, 'canRepeat'>,
  account: Pick<CashAccountDto, 'isOn' | 'isInDebt'> | undefined,
): boolean {
  return canRepeat && account?.isOn === true && !account.isInDebt
}
