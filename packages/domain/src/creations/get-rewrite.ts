import type { RewriteDto } from '@mozhou/contracts/creation-editing'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { DomainContext } from '../context.ts'
import { readRewriteForm } from './generation-form.ts'

/** A finished rewrite of a person's own. @throws AppError GENERATION_NOT_FOUND, REWRITE_NOT_READY. */
export async function loadRewrite(ctx: DomainContext, input: { generationId: string; userId: string }) {
  const row = await ctx.prisma.generation.findUnique({
    where: { id: input.generationId, userId: input.userId, kind: 'rewrite', creation: { purgedAt: null } },
    select: {
      id: true,
      creationId: true,
      status: true,
      input: true,
      baseVersionId: true,
      draftText: true,
      stopRequestedAt: true,
      version: { select: { id: true } },
    },
  })
  if (!row) throw new AppError('GENERATION_NOT_FOUND')
  if (row.status !== 'succeeded' || row.baseVersionId === null) throw new AppError('REWRITE_NOT_READY')
  return {
    id: row.id,
    creationId: row.creationId,
    baseVersionId: row.baseVersionId,
    selection: readRewriteForm(row.input).selection,
    replacement: fit(row.draftText),
    isStopped: row.stopRequestedAt !== null,
    versionId: row.version?.id ?? null,
  }
}

/** Models like to wrap what they were told to give bare; the text inside is what replaces. */
function fit(text: string): string {
  const fenced = /^\s*```[a-z]*\n([\s\S]*?)\n```\s*$/u.exec(text)
  return (fenced?.[1] ?? text).trim()
}

export async function getRewrite(
  ctx: DomainContext,
  input: { generationId: string; userId: string },
): Promise<RewriteDto> {
  const rewrite = await loadRewrite(ctx, input)
  return {
    generationId: formatId('generation', rewrite.id),
    creationId: formatId('creation', rewrite.creationId),
    baseVersionId: formatId('version', rewrite.baseVersionId),
    ...rewrite.selection,
    replacement: rewrite.replacement,
    isIncomplete: rewrite.isStopped,
    appliedVersionId: rewrite.versionId === null ? null : formatId('version', rewrite.versionId),
  }
}
