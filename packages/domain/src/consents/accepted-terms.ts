import { termsDocuments, termsVersion } from '@mozhou/contracts/accounts/terms'
import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'

/** Whether a person has accepted the edition in force, of every document. */
export async function hasAcceptedTerms({ prisma }: Pick<TxContext, 'prisma'>, userId: string): Promise<boolean> {
  return (await prisma.consent.count({ where: { userId, version: termsVersion } })) === termsDocuments.length
}

/** The edition under which a person pays. @throws AppError TERMS_NOT_ACCEPTED */
export async function termsToPayUnder(tx: Pick<TxContext, 'prisma'>, userId: string): Promise<string> {
  if (!(await hasAcceptedTerms(tx, userId))) throw new AppError('TERMS_NOT_ACCEPTED')
  return termsVersion
}
