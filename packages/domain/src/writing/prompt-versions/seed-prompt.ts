import type { PromptKey } from '@mozhou/contracts/prompts/keys'
import type { DomainContext, TxContext } from '../../context.ts'
import { systemOf } from '../prompts/system-of.ts'
import { inPromptChange, nextNumber } from './in-prompt-change.ts'
import { dropLivePrompt } from './live-prompt-cache.ts'

/**
 * Puts the text this release brings into the table, once: version 1 of a new tool. A later release's text replaces an earlier release's;
 * what an operator has made live stays, and the new text stands beside it, to be compared and published by hand. A process of an older
 * release finds its own text there and changes nothing.
 */
export async function seedPrompt(ctx: DomainContext, tool: PromptKey): Promise<void> {
  const systemText = systemOf(tool).trim()
  if (await hasText(ctx, tool, systemText)) return
  await inPromptChange(ctx, tool, async (tx) => {
    if (await hasText(tx, tool, systemText)) return
    const live = await tx.prisma.promptVersion.findFirst({
      where: { toolKey: tool, status: 'live' },
      select: { id: true, source: true },
    })
    const isLive = live === null || live.source === 'code'
    const now = tx.clock.now()
    if (live && isLive)
      await tx.prisma.promptVersion.update({ where: { id: live.id }, data: { status: 'retired', updatedAt: now } })
    await tx.prisma.promptVersion.create({
      data: {
        id: tx.newId(),
        toolKey: tool,
        number: await nextNumber(tx, tool),
        systemText,
        status: isLive ? 'live' : 'retired',
        source: 'code',
        createdAt: now,
        updatedAt: now,
        publishedAt: isLive ? now : null,
      },
      select: { id: true },
    })
  })
  await dropLivePrompt(ctx, tool)
}

async function hasText({ prisma }: Pick<TxContext, 'prisma'>, tool: PromptKey, systemText: string): Promise<boolean> {
  const where = { toolKey: tool, source: 'code', systemText }
  return (await prisma.promptVersion.findFirst({ where, select: { id: true } })) !== null
}
