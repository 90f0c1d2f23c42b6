import type { DomainContext } from '../context.ts'

/** Seals every model's key anew with the current encryption key; rows already on it are left. Safe to repeat or to break off. */
export async function rotateCredentials(ctx: DomainContext): Promise<{ rotated: number; unchanged: number }> {
  const rows = await ctx.prisma.aiModel.findMany({
    where: { deletedAt: null },
    select: { id: true, credentials: true, credentialsKeyId: true },
  })
  const stale = rows.filter((row) => row.credentialsKeyId !== ctx.secrets.currentKeyId)
  let rotated = 0
  for (const row of stale) {
    const { data, keyId } = ctx.secrets.seal(ctx.secrets.open(row.credentials, row.credentialsKeyId, row.id), row.id)
    // Only if nobody changed the key meanwhile: theirs is the newer one, and sealed with the current key already.
    const { count } = await ctx.prisma.aiModel.updateMany({
      where: { id: row.id, credentialsKeyId: row.credentialsKeyId, credentials: row.credentials },
      data: { credentials: data, credentialsKeyId: keyId },
    })
    rotated += count
  }
  return { rotated, unchanged: rows.length - stale.length }
}
