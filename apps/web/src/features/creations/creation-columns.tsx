import type { CreationRowDto } from '@mozhou/contracts/creations'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Link } from '@tanstack/solid-router'
import { useQuery } from '@tanstack/solid-query'
import { useI18n } from '../../i18n/i18n.ts'
import { writingTools } from '../writing/queries.ts'
import { StatusBadge } from './status-badge.tsx'

export function useCreationColumns(): () => Column<CreationRowDto>[] {
  const { t, pick, number, time, exactTime } = useI18n()
  const tools = useQuery(() => writingTools())
  const toolName = (key: string) => {
    const tool = tools.status === 'success' ? tools.data.find((candidate) => candidate.key === key) : undefined
    return tool ? pick(tool.title) : key
  }
  return () => [
    {
      key: 'title',
      header: t('creations.name'),
      isPrimary: true,
      cell: (row) => (
        <Link
          to="/creations/$creationId"
          params={{ creationId: row.id }}
          class="line-clamp-2 rounded-sm font-medium text-ink hover:text-accent-text md:line-clamp-1"
        >
          {row.title || t('creations.untitled')}
        </Link>
      ),
    },
    { key: 'tool', header: t('creations.tool'), cell: (row) => toolName(row.tool) },
    {
      key: 'words',
      header: t('creations.words'),
      align: 'right',
      cell: (row) => (row.wordCount === 0 ? '—' : number(row.wordCount)),
    },
    { key: 'status', header: t('creations.status'), cell: (row) => <StatusBadge creation={row} /> },
    {
      key: 'updated',
      header: t('creations.updated'),
      cell: (row) => <time title={exactTime(row.updatedAt)}>{time(row.updatedAt)}</time>,
    },
  ]
}
