import type { RebateRowDto } from '@mozhou/contracts/referrals/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { beijingTime } from '../../tables/read-all.ts'
import { PersonLink } from '../accounts/person-link.tsx'
import { RebateStatusBadge } from './rebate-status-badge.tsx'
import { useSumWords } from './use-sum-words.ts'
import { useI18n } from './words.ts'

export function useRebateColumns(open: (rebateId: string) => void): () => Column<RebateRowDto>[] {
  const { t, money, time, exactTime } = useI18n()
  const words = useSumWords()
  return () => [
    {
      key: 'beneficiary',
      header: t('rebates.beneficiary'),
      isPrimary: true,
      cell: ({ beneficiary }) => <PersonLink person={beneficiary} />,
      text: ({ beneficiary }) => beneficiary.username,
    },
    {
      key: 'level',
      header: t('rebates.level'),
      cell: ({ level }) => t(`rebates.levelOf.${level}`),
      text: ({ level }) => t(`rebates.levelOf.${level}`),
    },
    {
      key: 'referee',
      header: t('rebates.referee'),
      cell: ({ referee }) => <PersonLink person={referee} />,
      text: ({ referee }) => referee.username,
    },
    {
      key: 'amount',
      header: t('rebates.amount'),
      align: 'right',
      cell: ({ form, amount, baseFen }) => (
        <span class="block tabular-nums">
          {words.amount(form, amount)}
          <span class="block text-xs text-ink-3">
            {t('rebates.base')} {money(baseFen)}
          </span>
        </span>
      ),
      text: ({ form, amount }) => words.amount(form, amount),
    },
    {
      key: 'status',
      header: t('rebates.status'),
      cell: (row) => <RebateStatusBadge rebate={row} />,
      text: ({ status }) => t(`rebates.statusOf.${status}`),
    },
    {
      key: 'dueAt',
      header: t('rebates.dueAt'),
      cell: ({ dueAt }) => <time title={exactTime(dueAt)}>{time(dueAt)}</time>,
      text: ({ dueAt }) => beijingTime(dueAt),
    },
    {
      key: 'open',
      header: t('rebates.open'),
      isActions: true,
      cell: ({ id }) => (
        <Button size="sm" variant="ghost" onClick={() => open(id)}>
          {t('rebates.open')}
        </Button>
      ),
    },
  ]
}
