import type { CampaignRowDto, ParticipantDto } from '@mozhou/contracts/campaigns/admin-answers'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { ExportButton } from '../../tables/export-button.tsx'
import { tableFile } from '../../tables/read-all.ts'
import { PersonLink } from '../accounts/person-link.tsx'
import { useAmount } from './campaign-columns.tsx'
import { participantsOf, readParticipants } from './queries.ts'
import { useI18n } from './words.ts'

export function ParticipantsPanel(props: { row: CampaignRowDto }) {
  const { t } = useI18n()
  const participants = useInfiniteQuery(() => participantsOf(props.row.id))
  const columns = useColumns(() => props.row)
  return (
    <div class="flex flex-col gap-3">
      <div class="flex justify-end">
        <ExportButton file={() => tableFile('participants', columns(), readParticipants(props.row.id))} />
      </div>
      <DataTable
        caption={t('campaigns.tabPeople')}
        columns={columns()}
        query={participants}
        empty={<EmptyState title={t('campaigns.nobody')} />}
      />
    </div>
  )
}

function useColumns(row: () => CampaignRowDto): () => Column<ParticipantDto>[] {
  const { t, number, exactTime, time } = useI18n()
  const amount = useAmount()
  return () => [
    {
      key: 'person',
      header: t('campaigns.person'),
      isPrimary: true,
      text: ({ person }) => person.username,
      cell: ({ person }) => <PersonLink person={person} />,
    },
    {
      key: 'amount',
      header: t('campaigns.amount'),
      align: 'right',
      text: (part) => part.amount,
      cell: (part) => amount(part.amount, row().unit),
    },
    {
      key: 'streak',
      header: t('campaigns.streak'),
      align: 'right',
      text: ({ streak }) => streak,
      cell: ({ streak }) => (streak === null ? '—' : number(streak)),
    },
    {
      key: 'version',
      header: t('campaigns.ruleVersion'),
      align: 'right',
      text: ({ ruleVersion }) => ruleVersion,
      cell: ({ ruleVersion }) => number(ruleVersion),
    },
    {
      key: 'status',
      header: t('campaigns.partStatus'),
      text: ({ status }) => t(`campaigns.partStatusOf.${status}`),
      cell: ({ status }) => t(`campaigns.partStatusOf.${status}`),
    },
    {
      key: 'at',
      header: t('campaigns.at'),
      text: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <time title={exactTime(createdAt)}>{time(createdAt)}</time>,
    },
  ]
}
