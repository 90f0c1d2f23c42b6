import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import type { PublishPromptInput } from '@mozhou/contracts/prompts/inputs'
import type { Actor } from '../../audit/actor.ts'
import type { DomainContext } from '../../context.ts'
import { auditPrompt } from './audit-prompt.ts'
import { inPromptChange } from './in-prompt-change.ts'
import { dropLivePrompt } from './live-prompt-cache.ts'
import { assertUnchanged, loadPrompt } from './load-prompt.ts'
import { promptSelect, toPromptDto } from './prompt-dto.ts'
import { promptName } from './prompt-name.ts'

/**
 * Makes a draft live, or an earlier version live again under its own number. Texts that are being written keep the version they began with.
 * @throws AppError PROMPT_NOT_FOUND, PROMPT_CHANGED when the version is no longer what the operator saw.
 */
export async function publishPrompt(
  ctx: DomainContext,
  input: PublishPromptInput & { actor: Actor },
): Promise<PromptVersionDto> {
  const { promptId, seenAt, actor } = input
  const { tool } = await loadPrompt(ctx, promptId)
  const dto = await inPromptChange(ctx, tool, async (tx) => {
    const prompt = await loadPrompt(tx, promptId)
    if (prompt.status === 'live') return toPromptDto(tx, prompt)
    assertUnchanged(prompt, seenAt)
    const now = tx.clock.now()
    const live = await tx.prisma.promptVersion.findFirst({
      where: { toolKey: tool, status: 'live' },
      select: { id: true, number: true },
    })
    if (live)
      await tx.prisma.promptVersion.update({ where: { id: live.id }, data: { status: 'retired', updatedAt: now } })
    const row = await tx.prisma.promptVersion.update({
      where: { id: promptId },
      data: { status: 'live', publishedAt: now, updatedAt: now },
      select: promptSelect,
    })
    await auditPrompt(tx, {
      actor,
      action: prompt.status === 'draft' ? 'publish' : 'roll-back',
      name: prompt.name,
      before: { live: live ? promptName(tool, live.number) : null },
      after: { live: prompt.name },
    })
    return toPromptDto(tx, row)
  })
  await dropLivePrompt(ctx, tool)
  return dto
}
