import type { CreatePromptDraftInput } from '@mozhou/contracts/prompts/inputs'
import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import type { Actor } from '../../audit/actor.ts'
import type { DomainContext } from '../../context.ts'
import { auditPrompt } from './audit-prompt.ts'
import { inPromptChange, nextNumber } from './in-prompt-change.ts'
import { promptSelect, toPromptDto } from './prompt-dto.ts'
import { promptName } from './prompt-name.ts'
import { seedPrompt } from './seed-prompt.ts'

/** A new draft, the next number of its tool. It changes nothing until it is published. */
export async function createPromptDraft(
  ctx: DomainContext,
  input: CreatePromptDraftInput & { actor: Actor },
): Promise<PromptVersionDto> {
  const { tool, systemText, note, actor } = input
  await seedPrompt(ctx, tool)
  return inPromptChange(ctx, tool, async (tx) => {
    const now = tx.clock.now()
    const number = await nextNumber(tx, tool)
    const row = await tx.prisma.promptVersion.create({
      data: {
        id: tx.newId(),
        toolKey: tool,
        number,
        systemText,
        note,
        status: 'draft',
        source: 'admin',
        authorId: actor.userId,
        createdAt: now,
        updatedAt: now,
      },
      select: promptSelect,
    })
    await auditPrompt(tx, {
      actor,
      action: 'create-draft',
      name: promptName(tool, number),
      after: { systemText, note },
    })
    return toPromptDto(tx, row)
  })
}
