import { AppError } from '@mozhou/contracts/errors'
import { driverFailure } from '../driver-failure.ts'

/**
 * Runs a statement that calls `post_entry` or `reverse_entry` and puts the refusals of the ledger into the product's words.
 * @throws AppError CREDITS_INSUFFICIENT {balance, needed}, IDEMPOTENCY_KEY_REUSED, ENTRY_ALREADY_REVERSED, ENTRY_NOT_FOUND,
 *   USER_NOT_FOUND, VALIDATION_FAILED {field: amount} when the balance would leave the range of an integer
 */
export async function withPostingErrors<T>(statement: () => Promise<T>): Promise<T> {
  try {
    return await statement()
  } catch (cause) {
    throw postingError(cause) ?? cause
  }
}

function postingError(cause: unknown): AppError | null {
  const failure = driverFailure(cause)
  if (!failure) return null
  switch (failure.originalCode ?? '') {
    case 'MZ001':
      return new AppError('CREDITS_INSUFFICIENT', JSON.parse(failure.detail ?? '{}'), { cause })
    case 'MZ002':
      return new AppError('IDEMPOTENCY_KEY_REUSED', {}, { cause })
    case 'MZ003':
      return new AppError('ENTRY_ALREADY_REVERSED', {}, { cause })
    case 'MZ004':
      return new AppError('ENTRY_NOT_FOUND', {}, { cause })
    case 'MZ005':
      return new AppError('VALIDATION_FAILED', { field: 'amount', rule: 'balance_out_of_range' }, { cause })
    case '23503':
      return failure.constraint?.index === 'credit_accounts_user_id_fkey'
        ? new AppError('USER_NOT_FOUND', {}, { cause })
        : null
    default:
      return null
  }
}
