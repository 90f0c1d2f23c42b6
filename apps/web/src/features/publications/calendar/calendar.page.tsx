import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { keepPreviousData } from '@tanstack/solid-query'
import { Link, useNavigate, useSearch } from '@tanstack/solid-router'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, createSignal, Show } from 'solid-js'
import { calendarOf } from '../queries.ts'
import { dayOf } from '../shanghai-time.ts'
import { useI18n } from '../words.ts'
import { byTime, daysShown, turned } from './calendar-days.ts'
import type { CalendarView } from './calendar-days.ts'
import { CalendarGrid } from './calendar-grid.tsx'
import { MoveDialog } from './move-dialog.tsx'

/** What is planned and what was published, by Shanghai's days. */
export function CalendarPage() {
  const { t } = useI18n()
  const search = useSearch({ from: '/app/publish/calendar' })
  const view = (): CalendarView => search().view ?? 'month'
  const today = dayOf(new Date().toISOString())
  const day = () => search().day ?? today
  const days = createMemo(() => daysShown(view(), day()))
  const calendar = useQuery(() => ({
    ...calendarOf({ from: days()[0] ?? today, to: days().at(-1) ?? today }),
    placeholderData: keepPreviousData,
  }))
  const [moving, setMoving] = createSignal<PublicationDto | null>(null)
  const byDay = createMemo(
    () =>
      new Map((calendar.data?.days ?? []).map(({ day: one, publications }) => [one, publications.toSorted(byTime)])),
  )
  return (
    <Page
      title={t('publishCalendar.title')}
      subtitle={t('publishCalendar.subtitle')}
      aside={
        <div class="flex flex-wrap gap-2">
          <Link to="/publish" class={buttonClass({})}>
            {t('publish.toList')}
          </Link>
          <Link to="/publish/new" class={buttonClass({ variant: 'primary' })}>
            {t('publishCalendar.plan')}
          </Link>
        </div>
      }
    >
      <Card isFlush>
        <Turning view={view()} day={day()} today={today} />
        <Loaded query={calendar}>
          {() => (
            <CalendarGrid
              days={days()}
              month={view() === 'month' ? day().slice(0, 7) : null}
              today={today}
              publicationsOn={(one) => byDay().get(one) ?? []}
              onMove={setMoving}
            />
          )}
        </Loaded>
      </Card>
      <Show when={moving()} keyed>
        {(publication) => <MoveDialog publication={publication} onClose={() => setMoving(null)} />}
      </Show>
    </Page>
  )
}

function Turning(props: { view: CalendarView; day: string; today: string }) {
  const { t, locale } = useI18n()
  const navigate = useNavigate()
  const go = (view: CalendarView, day: string) =>
    void navigate({
      to: '/publish/calendar',
      search: { ...(view === 'week' && { view }), ...(day !== props.today && { day }) },
      replace: true,
    })
  const name = () =>
    new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(Date.parse(props.day))
  return (
    <div class="flex flex-wrap items-center gap-2 border-b border-line p-3">
      <IconButton
        label={t('publishCalendar.previous')}
        onClick={() => go(props.view, turned(props.view, props.day, -1))}
      >
        <ChevronLeft size={16} aria-hidden="true" />
      </IconButton>
      <h2 class="min-w-28 text-center text-sm font-semibold" aria-live="polite">
        {name()}
      </h2>
      <IconButton label={t('publishCalendar.next')} onClick={() => go(props.view, turned(props.view, props.day, 1))}>
        <ChevronRight size={16} aria-hidden="true" />
      </IconButton>
      <Button size="sm" onClick={() => go(props.view, props.today)}>
        {t('publishCalendar.today')}
      </Button>
      <div class="ml-auto w-32">
        <Segmented
          label={t('publishCalendar.view')}
          value={props.view}
          onValueChange={(view: CalendarView) => go(view, props.day)}
          options={(['month', 'week'] as const).map((value) => ({ value, label: t(`publishCalendar.${value}`) }))}
        />
      </div>
    </div>
  )
}
