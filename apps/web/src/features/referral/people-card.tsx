import type { InvitedDto } from '@mozhou/contracts/referrals/answers'
import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { createSignal, Show } from 'solid-js'
import { invited, myCode, myStats } from './queries.ts'
import { useSumWords } from './use-sum-words.ts'
import { useI18n } from './words.ts'

/** Whom somebody invited, and whom those invited, without anything that tells a stranger who they are. */
export function PeopleCard() {
  const { t, number } = useI18n()
  const [level, setLevel] = createSignal<'1' | '2'>('1')
  const people = useInfiniteQuery(() => invited(level() === '1' ? 1 : 2))
  const stats = useQuery(() => myStats())
  const code = useQuery(() => myCode())
  /** Where the rules know no second level, and nobody is there from rules that did, there is nothing to choose. */
  const hasSecond = () => (code.data?.offer?.ratesBp[1] ?? 0) > 0 || (stats.data?.invited.level2 ?? 0) > 0
  const columns = useColumns()
  return (
    <Card title={t('referral.people')} description={t('referral.peopleHint')} isFlush>
      <Show when={hasSecond()}>
        <div class="max-w-xs p-4">
          <Segmented
            label={t('referral.level')}
            value={level()}
            onValueChange={setLevel}
            options={[
              { value: '1', label: t('referral.levelOf.1', number(stats.data?.invited.level1 ?? 0)) },
              { value: '2', label: t('referral.levelOf.2', number(stats.data?.invited.level2 ?? 0)) },
            ]}
          />
        </div>
      </Show>
      <DataTable
        caption={t('referral.people')}
        columns={columns()}
        query={people}
        empty={<EmptyState title={t('referral.noPeople')} description={t('referral.noPeopleHint')} />}
      />
    </Card>
  )
}

function useColumns(): () => Column<InvitedDto>[] {
  const { t, time, exactTime } = useI18n()
  const { sum } = useSumWords()
  return () => [
    { key: 'name', header: t('referral.name'), isPrimary: true, cell: ({ maskedName }) => maskedName },
    {
      key: 'paid',
      header: t('referral.hasPaid'),
      cell: ({ hasPaid }) => (
        <Badge tone={hasPaid ? 'success' : 'neutral'}>{t(hasPaid ? 'referral.paid' : 'referral.notPaid')}</Badge>
      ),
    },
    { key: 'earned', header: t('referral.earned'), align: 'right', cell: ({ earned }) => sum(earned) },
    {
      key: 'joinedAt',
      header: t('referral.joinedAt'),
      cell: ({ joinedAt }) => <time title={exactTime(joinedAt)}>{time(joinedAt)}</time>,
    },
  ]
}
