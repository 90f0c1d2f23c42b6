import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import type { UpdatePromptDraftInput } from '@mozhou/contracts/prompts/inputs'
import type { Actor } from '../../audit/actor.ts'
import type { DomainContext } from '../../context.ts'
import { auditPrompt } from './audit-prompt.ts'
import { inPromptChange } from './in-prompt-change.ts'
import { assertEditable, loadPrompt } from './load-prompt.ts'
import { promptSelect, toPromptDto } from './prompt-dto.ts'

/** @throws AppError PROMPT_NOT_FOUND, PROMPT_NOT_DRAFT, PROMPT_CHANGED. */
export async function updatePromptDraft(
  ctx: DomainContext,
  input: UpdatePromptDraftInput & { actor: Actor },
): Promise<PromptVersionDto> {
  const { promptId, systemText, note, seenAt, actor } = input
  const { tool } = await loadPrompt(ctx, promptId)
  return inPromptChange(ctx, tool, async (tx) => {
    const prompt = await loadPrompt(tx, promptId)
    assertEditable(prompt, seenAt)
    const row = await tx.prisma.promptVersion.update({
      where: { id: promptId },
      data: { systemText, note, authorId: actor.userId, updatedAt: tx.clock.now() },
      select: promptSelect,
    })
    const before = { systemText: prompt.systemText, note: prompt.note }
    await auditPrompt(tx, { actor, action: 'update-draft', name: prompt.name, before, after: { systemText, note } })
    return toPromptDto(tx, row)
  })
}
