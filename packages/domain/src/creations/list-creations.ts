import type { CreationKind, CreationRowDto, CreationStatus, ListCreationsInput } from '@mozhou/contracts/creations'
import { formatId } from '@mozhou/contracts/ids'
import type { Page } from '@mozhou/contracts/page'
import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { DomainContext } from '../context.ts'
import { afterCursor, newestFirst, toPage } from '../paging.ts'

export const creationRowSelect = {
  id: true,
  kind: true,
  toolKey: true,
  title: true,
  status: true,
  isIncomplete: true,
  wordCount: true,
  createdAt: true,
  updatedAt: true,
} as const

/** A user's works, newest first; drafts that were never accepted are not among them. */
export async function listCreations(
  ctx: DomainContext,
  input: ListCreationsInput & { userId: string },
): Promise<Page<CreationRowDto>> {
  const rows = await ctx.prisma.creation.findMany({
    where: {
      userId: input.userId,
      status: input.status ?? { not: 'draft' },
      ...(input.kind ? { kind: input.kind } : {}),
      ...(input.tool ? { toolKey: input.tool } : {}),
      ...afterCursor(input.cursor),
    },
    orderBy: newestFirst,
    take: input.limit + 1,
    select: creationRowSelect,
  })
  return toPage(rows, input.limit, toCreationRow)
}

interface CreationRow {
  id: string
  kind: string
  toolKey: string
  title: string
  status: string
  isIncomplete: boolean
  wordCount: number
  createdAt: Date
  updatedAt: Date
}

export function toCreationRow(row: CreationRow): CreationRowDto {
  return {
    id: formatId('creation', row.id),
    kind: row.kind as CreationKind,
    tool: row.toolKey as ToolKey,
    title: row.title,
    status: row.status as CreationStatus,
    isIncomplete: row.isIncomplete,
    wordCount: row.wordCount,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
