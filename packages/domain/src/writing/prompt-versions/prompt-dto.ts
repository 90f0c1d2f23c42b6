import { formatId } from '@mozhou/contracts/ids'
import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import type { TxContext } from '../../context.ts'
import { promptName } from './prompt-name.ts'
import { storedPromptSource, storedPromptStatus, storedTool } from '../../stored-columns.ts'
import { shownName } from '../../shown-name.ts'

export const promptSelect = {
  id: true,
  toolKey: true,
  number: true,
  systemText: true,
  note: true,
  status: true,
  source: true,
  authorId: true,
  createdAt: true,
  updatedAt: true,
  publishedAt: true,
} as const

export interface PromptRow {
  id: string
  toolKey: string
  number: number
  systemText: string
  note: string
  status: string
  source: string
  authorId: string | null
  createdAt: Date
  updatedAt: Date
  publishedAt: Date | null
}

export async function toPromptDtos(
  ctx: Pick<TxContext, 'prisma'>,
  rows: readonly PromptRow[],
): Promise<PromptVersionDto[]> {
  const ids = [...new Set(rows.flatMap(({ authorId }) => (authorId === null ? [] : [authorId])))]
  const users = await ctx.prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, username: true } })
  const names = new Map(users.map((user) => [user.id, shownName(user)]))
  return rows.map((row) => toDto(row, row.authorId === null ? null : (names.get(row.authorId) ?? null)))
}

export async function toPromptDto(ctx: Pick<TxContext, 'prisma'>, row: PromptRow): Promise<PromptVersionDto> {
  const [dto] = await toPromptDtos(ctx, [row])
  if (!dto) throw new Error('a row gave no prompt')
  return dto
}

function toDto(row: PromptRow, author: string | null): PromptVersionDto {
  const tool = storedTool(row.toolKey)
  return {
    id: formatId('prompt', row.id),
    tool,
    number: row.number,
    name: promptName(tool, row.number),
    systemText: row.systemText,
    note: row.note,
    status: storedPromptStatus(row.status),
    source: storedPromptSource(row.source),
    author,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }
}
