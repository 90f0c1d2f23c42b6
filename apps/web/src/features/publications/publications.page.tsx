import { publicationGroups } from '@mozhou/contracts/publications/kinds'
import type { PublicationGroup } from '@mozhou/contracts/publications/kinds'
import { platformKeys, platforms } from '@mozhou/platforms/platforms'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { Link, useNavigate, useSearch } from '@tanstack/solid-router'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import Send from 'lucide-solid/icons/send'
import Users from 'lucide-solid/icons/users'
import { Show } from 'solid-js'
import { usePublicationColumns } from './publication-columns.tsx'
import { myPublications } from './queries.ts'
import type { ListSearch } from './searches.ts'
import { useI18n } from './words.ts'

/** What was published and is about to be, each with where it stands and who says so. */
export function PublicationsPage() {
  const { t } = useI18n()
  return (
    <Page title={t('publish.title')} subtitle={t('publish.subtitle')} aside={<Ways />}>
      <ListCard />
    </Page>
  )
}

function Ways() {
  const { t } = useI18n()
  return (
    <div class="flex flex-wrap items-center gap-2">
      <Link to="/publish/accounts" class={buttonClass({})}>
        <Users size={16} aria-hidden="true" />
        {t('publish.toAccounts')}
      </Link>
      <Link to="/publish/calendar" class={buttonClass({})}>
        <CalendarDays size={16} aria-hidden="true" />
        {t('publish.toCalendar')}
      </Link>
      <Link to="/publish/new" class={buttonClass({ variant: 'primary' })}>
        <Send size={16} aria-hidden="true" />
        {t('publish.newOne')}
      </Link>
    </div>
  )
}

function ListCard() {
  const { t } = useI18n()
  const search = useSearch({ from: '/app/publish' })
  const rows = useInfiniteQuery(() => {
    const { work } = search()
    const { group, platform } = chosenIn(search())
    return myPublications({
      ...(group && { group }),
      ...(platform && { platform }),
      ...(work !== undefined && { creationId: work }),
    })
  })
  const columns = usePublicationColumns()
  return (
    <Card isFlush>
      <Filters search={search()} />
      <DataTable
        caption={t('publish.listTitle')}
        columns={columns()}
        query={rows}
        empty={<Empty isFiltered={Object.keys(search()).length > 0} />}
      />
    </Card>
  )
}

const everything = 'all'

/** Of what stands in the address, what there is. */
function chosenIn({ group, platform }: ListSearch) {
  return {
    group: publicationGroups.find((known) => known === group),
    platform: platformKeys.find((known) => known === platform),
  }
}

function Filters(props: { search: ListSearch }) {
  const { t, pick } = useI18n()
  const navigate = useNavigate()
  const go = (search: ListSearch) => void navigate({ to: '/publish', search, replace: true })
  const choose = (group: PublicationGroup | typeof everything) => {
    const { group: _before, ...rest } = props.search
    go(group === everything ? rest : { ...rest, group })
  }
  const choosePlatform = (value: string) => {
    const { platform: _before, ...rest } = props.search
    go(value === everything ? rest : { ...rest, platform: value })
  }
  return (
    <div class="flex flex-wrap items-center gap-2 border-b border-line p-3">
      <div class="min-w-0 flex-1 basis-96">
        <Segmented
          label={t('publish.group')}
          value={chosenIn(props.search).group ?? everything}
          onValueChange={choose}
          options={[
            { value: everything, label: t('publish.all') },
            ...publicationGroups.map((value) => ({ value, label: t(`publish.groupOf.${value}`) })),
          ]}
        />
      </div>
      <Select
        class="w-44"
        label={t('publish.platform')}
        value={chosenIn(props.search).platform ?? everything}
        onValueChange={choosePlatform}
        options={[
          { value: everything, label: t('publish.allPlatforms') },
          ...platformKeys.map((value) => ({ value, label: pick(platforms[value].name) })),
        ]}
      />
    </div>
  )
}

function Empty(props: { isFiltered: boolean }) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const clear = () => void navigate({ to: '/publish', search: {}, replace: true })
  return (
    <Show when={props.isFiltered} fallback={<NothingYet />}>
      <EmptyState
        title={t('publish.emptyGroupTitle')}
        description={t('publish.emptyGroupHint')}
        action={<Button onClick={clear}>{t('publish.clear')}</Button>}
      />
    </Show>
  )
}

function NothingYet() {
  const { t } = useI18n()
  return (
    <EmptyState
      icon={<Send size={22} aria-hidden="true" />}
      title={t('publish.emptyTitle')}
      description={t('publish.emptyHint')}
      action={
        <Link to="/publish/new" class={buttonClass({ variant: 'primary' })}>
          {t('publish.newOne')}
        </Link>
      }
    />
  )
}
