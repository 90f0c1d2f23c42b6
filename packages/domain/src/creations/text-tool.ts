import { AppError } from '@mozhou/contracts/errors'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import { storedTool } from '../stored-columns.ts'

/**
 * The writing tool of a work, for what only texts have: editing, files, runs that go on from a text.
 * @throws AppError CREATION_HAS_NO_TEXT for a work of another kind.
 */
export function textTool(work: { kind: string; toolKey: string }): ToolKey {
  if (work.kind !== 'writing') throw new AppError('CREATION_HAS_NO_TEXT')
  return storedTool(work.toolKey)
}
