import type { RewriteDto } from '@mozhou/contracts/editing/answers'
import { formatId } from '@mozhou/contracts/ids'
import { readReplacement } from '@mozhou/contracts/results/read-replacement'
import { findSelection } from './find-selection.ts'
import { readRewriteForm } from '../writing/generation-form.ts'
import { storedResult } from '../stored-work.ts'

export const rewriteSelect = {
  id: true,
  creationId: true,
  status: true,
  input: true,
  baseVersionId: true,
  draftText: true,
  isCut: true,
  createdAt: true,
  version: { select: { id: true } },
  creation: { select: { currentVersion: { select: { result: true } } } },
} as const

interface RewriteRow {
  id: string
  creationId: string
  status: string
  input: unknown
  baseVersionId: string | null
  draftText: string
  isCut: boolean
  createdAt: Date
  version: { id: string } | null
  creation: { currentVersion: { result: unknown } | null }
}

/** Lines for a platform's field are asked for in the same way, and are no part of the work. */
export const isSuggestion = ({ input }: { input: unknown }): boolean => readRewriteForm(input).suggestion !== undefined

/** Of a rewrite that is under way or has succeeded; every rewrite is stored with its base version. */
export function toRewriteDto(row: RewriteRow): RewriteDto {
  const { selection, goal } = readRewriteForm(row.input)
  const current = storedResult(row.creation.currentVersion?.result ?? {})
  return {
    generationId: formatId('generation', row.id),
    creationId: formatId('creation', row.creationId),
    baseVersionId: formatId('version', row.baseVersionId ?? ''),
    ...selection,
    goal,
    status: row.status === 'succeeded' ? 'ready' : 'writing',
    replacement: readReplacement(row.draftText, selection.text),
    isIncomplete: row.isCut,
    isApplicable: findSelection(current[selection.field], selection) !== null,
    appliedVersionId: row.version ? formatId('version', row.version.id) : null,
    createdAt: row.createdAt.toISOString(),
  }
}
