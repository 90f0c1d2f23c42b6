import { AppError } from '@mozhou/contracts/errors'
import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import type { TxContext } from '../../context.ts'
import { promptName } from './prompt-name.ts'
import { promptSelect } from './prompt-dto.ts'
import type { PromptRow } from './prompt-dto.ts'
import { storedPromptKey } from '../../stored-columns.ts'

export interface LoadedPrompt extends PromptRow {
  tool: PromptKey
  name: string
}

/** @throws AppError PROMPT_NOT_FOUND. */
export async function loadPrompt({ prisma }: Pick<TxContext, 'prisma'>, promptId: string): Promise<LoadedPrompt> {
  const row = await prisma.promptVersion.findUnique({ where: { id: promptId }, select: promptSelect })
  if (!row) throw new AppError('PROMPT_NOT_FOUND')
  const tool = storedPromptKey(row.toolKey)
  return { ...row, tool, name: promptName(tool, row.number) }
}

/** @throws AppError PROMPT_NOT_DRAFT for what was live once, PROMPT_CHANGED when somebody saved since `seenAt`. */
export function assertEditable(prompt: LoadedPrompt, seenAt?: string): void {
  if (prompt.status !== 'draft') throw new AppError('PROMPT_NOT_DRAFT', { prompt: prompt.name })
  assertUnchanged(prompt, seenAt)
}

/** @throws AppError PROMPT_CHANGED when somebody saved since `seenAt`. */
export function assertUnchanged(prompt: LoadedPrompt, seenAt: string | undefined): void {
  if (seenAt !== undefined && new Date(seenAt).getTime() !== prompt.updatedAt.getTime())
    throw new AppError('PROMPT_CHANGED', { prompt: prompt.name })
}
