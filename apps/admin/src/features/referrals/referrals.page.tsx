import type { ReferralStatisticsDto } from '@mozhou/contracts/referrals/answers'
import { rebateStates } from '@mozhou/contracts/referrals/kinds'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { For } from 'solid-js'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { PersonLink } from '../accounts/person-link.tsx'
import { referralsMenu } from './menu.ts'
import { referralStatistics } from './queries.ts'
import { parseReferralSearch } from './search.ts'
import { useSumWords } from './use-sum-words.ts'
import { useI18n } from './words.ts'

/** Who came by whom, who of them has paid, and what it cost. */
export function ReferralsPage() {
  const { t, pick } = useI18n()
  const search = useSearch({ from: '/app/referrals' })
  const navigate = useNavigate()
  const statistics = useQuery(() => referralStatistics(search()))
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/referrals', search: parseReferralSearch(raw), replace: true })
  return (
    <Page title={pick(referralsMenu.title)} subtitle={t('referrals.subtitle')}>
      <div class="flex flex-col gap-5">
        <Card isFlush>
          <FilterBar search={{ ...search() }} onChange={(part) => apply({ ...search(), ...part })} hasDays />
          <div class="p-4">
            <Loaded query={statistics}>{(data) => <Figures statistics={data()} />}</Loaded>
          </div>
        </Card>
        <Loaded query={statistics}>{(data) => <Ranking statistics={data()} />}</Loaded>
      </div>
    </Page>
  )
}

function Figures(props: { statistics: ReferralStatisticsDto }) {
  const { t, number, money } = useI18n()
  const { sum } = useSumWords()
  const figures = () => {
    const { invited, paying, conversionBp, registered, baseFen, rebates } = props.statistics
    return [
      { label: t('referrals.invited'), value: number(invited) },
      { label: t('referrals.paying'), value: number(paying) },
      { label: t('referrals.conversion'), value: `${number(conversionBp / 100)} %` },
      { label: t('referrals.registered'), value: number(registered) },
      { label: t('referrals.base'), value: money(baseFen) },
      ...rebateStates.map((state) => ({
        label: `${t('referrals.states')} · ${t(`referrals.stateOf.${state}`)}`,
        value: sum(rebates[state].sum),
        hint: t('referrals.count', number(rebates[state].count)),
      })),
    ]
  }
  return (
    <dl class="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
      <For each={figures()}>
        {(figure) => (
          <div>
            <dt class="text-sm text-ink-3">{figure.label}</dt>
            <dd class="mt-1 text-lg font-semibold tabular-nums">{figure.value}</dd>
            <dd class="text-xs text-ink-3">{'hint' in figure ? figure.hint : ''}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}

type Ranked = ReferralStatisticsDto['ranking'][number] & { id: string }

function Ranking(props: { statistics: ReferralStatisticsDto }) {
  const { t, number } = useI18n()
  const { sum } = useSumWords()
  const ranked = {
    status: 'success' as const,
    get data(): Ranked[] {
      return props.statistics.ranking.map((row) => ({ ...row, id: row.person.id }))
    },
    error: null,
    isFetching: false,
    refetch: () => undefined,
  }
  const columns = (): Column<Ranked>[] => [
    {
      key: 'person',
      header: t('referrals.person'),
      isPrimary: true,
      cell: ({ person }) => <PersonLink person={person} />,
    },
    { key: 'paying', header: t('referrals.paying'), align: 'right', cell: ({ paying }) => number(paying) },
    { key: 'invited', header: t('referrals.invited'), align: 'right', cell: ({ invited }) => number(invited) },
    { key: 'earned', header: t('referrals.earned'), align: 'right', cell: ({ earned }) => sum(earned) },
  ]
  return (
    <Card title={t('referrals.ranking')} description={t('referrals.rankingHint')} isFlush>
      <DataTable
        caption={t('referrals.ranking')}
        columns={columns()}
        query={singlePage(ranked)}
        empty={<EmptyState title={t('referrals.nobody')} />}
      />
    </Card>
  )
}
