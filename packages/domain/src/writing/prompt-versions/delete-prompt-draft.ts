import type { Actor } from '../../audit/actor.ts'
import type { DomainContext } from '../../context.ts'
import { auditPrompt } from './audit-prompt.ts'
import { inPromptChange } from './in-prompt-change.ts'
import { assertEditable, loadPrompt } from './load-prompt.ts'

/** @throws AppError PROMPT_NOT_FOUND, PROMPT_NOT_DRAFT: what wrote texts stays. */
export async function deletePromptDraft(ctx: DomainContext, input: { promptId: string; actor: Actor }): Promise<void> {
  const { promptId, actor } = input
  const { tool } = await loadPrompt(ctx, promptId)
  await inPromptChange(ctx, tool, async (tx) => {
    const prompt = await loadPrompt(tx, promptId)
    assertEditable(prompt)
    await tx.prisma.promptVersion.delete({ where: { id: promptId } })
    const before = { systemText: prompt.systemText, note: prompt.note }
    await auditPrompt(tx, { actor, action: 'delete-draft', name: prompt.name, before })
  })
}
