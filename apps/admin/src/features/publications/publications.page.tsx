import { platformKeys, publicationGroups, publicationStatuses } from '@mozhou/contracts/publications/kinds'
import type { PublicationRowDto } from '@mozhou/contracts/publications/operator-answers'
import { platforms } from '@mozhou/platforms/platforms'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import Send from 'lucide-solid/icons/send'
import { Show } from 'solid-js'
import { ExportButton } from '../../tables/export-button.tsx'
import { FilterBar } from '../../tables/filter-bar.tsx'
import { beijingTime, tableFile } from '../../tables/read-all.ts'
import { SavedFilters } from '../../tables/saved-filters.tsx'
import { PersonLink } from '../accounts/person-link.tsx'
import { publicationsMenu } from './menu.ts'
import { PublicationDrawer } from './publication-drawer.tsx'
import { parsePublicationSearch, publicationFilters } from './publication-search.ts'
import { PublicationState } from './publication-status.tsx'
import { allPublications, readPublications } from './queries.ts'
import { useI18n } from './words.ts'

/** Everybody's publications; filters and the opened one stand in the address. */
export function PublicationsPage() {
  const { t, pick } = useI18n()
  const search = useSearch({ from: '/app/publications' })
  const navigate = useNavigate()
  const filters = () => publicationFilters(search())
  const rows = useInfiniteQuery(() => allPublications(filters()))
  const apply = (raw: Record<string, unknown>) =>
    void navigate({ to: '/publications', search: parsePublicationSearch(raw), replace: true })
  const open = (publication: string | undefined) =>
    void navigate({ to: '/publications', search: parsePublicationSearch({ ...search(), publication }) })
  const columns = useColumns(open)
  return (
    <Page title={pick(publicationsMenu.title)} subtitle={t('publications.subtitle')}>
      <Card isFlush>
        <FilterBar
          search={{ ...filters() }}
          onChange={(part) => apply({ ...search(), ...part })}
          searchLabel={t('publications.search')}
          choices={[
            {
              name: 'group',
              any: t('publications.anyGroup'),
              options: publicationGroups.map((value) => ({ value, label: t(`publications.groupOf.${value}`) })),
            },
            {
              name: 'status',
              any: t('publications.anyStatus'),
              options: publicationStatuses.map((value) => ({ value, label: t(`publications.statusOf.${value}`) })),
            },
            {
              name: 'platform',
              any: t('publications.anyPlatform'),
              options: platformKeys.map((value) => ({ value, label: pick(platforms[value].name) })),
            },
          ]}
          hasDays
        >
          <SavedFilters table="publications" search={{ ...filters() }} onApply={apply} />
          <ExportButton file={() => tableFile('publications', columns(), readPublications(filters()))} />
        </FilterBar>
        <DataTable
          caption={pick(publicationsMenu.title)}
          columns={columns()}
          query={rows}
          empty={
            <EmptyState
              icon={<Send size={24} aria-hidden="true" />}
              title={t('publications.emptyTitle')}
              description={t('publications.emptyHint')}
            />
          }
        />
      </Card>
      <Show when={search().publication} keyed>
        {(publicationId) => <PublicationDrawer publicationId={publicationId} onClose={() => open(undefined)} />}
      </Show>
    </Page>
  )
}

function useColumns(open: (publicationId: string) => void): () => Column<PublicationRowDto>[] {
  const { t, pick, time, exactTime } = useI18n()
  const where = ({ platform, account }: PublicationRowDto) =>
    `${pick(platforms[platform].name)} ${account.name}${account.isSandbox ? ` · ${t('publications.sandbox')}` : ''}`
  const reason = (row: PublicationRowDto) => (row.reason === null ? '' : t(`publications.reasonOf.${row.reason}`))
  return () => [
    {
      key: 'what',
      header: t('publications.what'),
      isPrimary: true,
      cell: ({ title }) => <span class="wrap-anywhere whitespace-normal">{title}</span>,
      text: ({ title }) => title,
    },
    {
      key: 'user',
      header: t('publications.user'),
      cell: ({ user }) => <PersonLink person={user} />,
      text: ({ user }) => user.username,
    },
    { key: 'where', header: t('publications.where'), cell: where, text: where },
    {
      key: 'route',
      header: t('publications.route'),
      cell: ({ route }) => t(`publications.routeOf.${route}`),
      text: ({ route }) => t(`publications.routeOf.${route}`),
    },
    {
      key: 'status',
      header: t('publications.status'),
      cell: (row) => <PublicationState publication={row} />,
      text: ({ status, confirmation }) =>
        confirmation === null
          ? t(`publications.statusOf.${status}`)
          : `${t(`publications.statusOf.${status}`)} · ${t(`publications.confirmedBy.${confirmation}`)}`,
    },
    { key: 'reason', header: t('publications.reason'), cell: (row) => reason(row) || '—', text: reason },
    { key: 'url', header: t('publications.address'), cell: ({ url }) => <Address url={url} />, text: ({ url }) => url },
    {
      key: 'time',
      header: t('publications.time'),
      cell: ({ updatedAt }) => <time title={exactTime(updatedAt)}>{time(updatedAt)}</time>,
      text: ({ updatedAt }) => beijingTime(updatedAt),
    },
    {
      key: 'open',
      header: t('publications.open'),
      isActions: true,
      cell: ({ id }) => (
        <Button size="sm" variant="ghost" onClick={() => open(id)}>
          {t('publications.open')}
        </Button>
      ),
    },
  ]
}

function Address(props: { url: string | null }) {
  const { t } = useI18n()
  return (
    <Show when={props.url} fallback="—">
      {(url) => (
        <a href={url()} target="_blank" rel="noreferrer" class="text-accent-text hover:underline">
          {t('publications.address')}
        </a>
      )}
    </Show>
  )
}
