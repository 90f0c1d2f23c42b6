import type { Credentials } from '@mozhou/integrations/publishing/account-port'
import type { DomainContext } from '../context.ts'
import { storedCredentials } from './stored-package.ts'

const boundTo = (accountId: string) => `platform_accounts:${accountId}`

export function sealCredentials(
  { secrets }: Pick<DomainContext, 'secrets'>,
  accountId: string,
  credentials: Credentials,
) {
  const { data, keyId } = secrets.seal(JSON.stringify(credentials), boundTo(accountId))
  return { credentials: data, credentialsKeyId: keyId }
}

interface SealedRow {
  id: string
  credentials: Uint8Array | null
  credentialsKeyId: string | null
}

/** @throws AppError CREDENTIALS_UNREADABLE; Error for an account that was disconnected */
export function openCredentials({ secrets }: Pick<DomainContext, 'secrets'>, row: SealedRow): Credentials {
  if (row.credentials === null || row.credentialsKeyId === null)
    throw new Error(`platform account ${row.id} was disconnected`)
  return storedCredentials(JSON.parse(secrets.open(row.credentials, row.credentialsKeyId, boundTo(row.id))))
}

/** Seals every account's credentials anew with the current encryption key. Safe to repeat or to break off. */
export async function rotateAccounts(ctx: Pick<DomainContext, 'prisma' | 'secrets'>): Promise<{ rotated: number }> {
  let rotated = 0
  for (let after = ''; ;) {
    const rows = await ctx.prisma.platformAccount.findMany({
      where: {
        credentialsKeyId: { not: ctx.secrets.currentKeyId },
        credentials: { not: null },
        ...(after && { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      take: 500,
      select: { id: true, credentials: true, credentialsKeyId: true, credentialsVersion: true },
    })
    const last = rows.at(-1)
    if (last === undefined) return { rotated }
    after = last.id
    for (const row of rows) {
      // Only if no newer token was drawn meanwhile: that is sealed with the current key already.
      const { count } = await ctx.prisma.platformAccount.updateMany({
        where: { id: row.id, credentialsVersion: row.credentialsVersion, credentialsKeyId: row.credentialsKeyId },
        data: sealCredentials(ctx, row.id, openCredentials(ctx, row)),
      })
      rotated += count
    }
  }
}
