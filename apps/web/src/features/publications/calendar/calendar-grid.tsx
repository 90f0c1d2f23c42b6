import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { createSignal, For, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { shownOf } from './calendar-days.ts'
import { CalendarEntry } from './calendar-entry.tsx'
import { useMove } from './use-move.ts'

interface CalendarGridProps {
  days: readonly string[]
  /** `YYYY-MM` whose days stand out; null: all do. */
  month: string | null
  today: string
  publicationsOn: (day: string) => readonly PublicationDto[]
  onMove: (publication: PublicationDto) => void
}

/** Weeks as rows on a desktop; on a phone only days that have something, and today, one below the other. */
export function CalendarGrid(props: CalendarGridProps) {
  const { t, locale } = useI18n()
  const move = useMove()
  const [dragged, setDragged] = createSignal<PublicationDto | null>(null)
  const weekday = (day: string) =>
    new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', weekday: 'short' }).format(Date.parse(day))
  const isEmpty = () => props.days.every((day) => props.publicationsOn(day).length === 0)
  const drop = (day: string) => {
    const publication = dragged()
    setDragged(null)
    if (publication) move.toDay(publication, day)
  }
  return (
    <>
      <div class="hidden grid-cols-7 border-b border-line text-center text-xs text-ink-3 md:grid" aria-hidden="true">
        <For each={props.days.slice(0, 7)}>{(day) => <span class="py-2">{weekday(day)}</span>}</For>
      </div>
      <Show when={isEmpty()}>
        <p class="px-4 py-6 text-center text-sm text-ink-3 md:hidden">{t('publishCalendar.nothing')}</p>
      </Show>
      <ol class="md:grid md:grid-cols-7" aria-label={t('publishCalendar.title')}>
        <For each={props.days}>
          {(day) => (
            <DayCell
              {...props}
              day={day}
              weekday={weekday(day)}
              isTarget={dragged() !== null}
              onDrop={() => drop(day)}
              onDrag={setDragged}
              onShift={move.toDay}
            />
          )}
        </For>
      </ol>
    </>
  )
}

interface DayCellProps extends CalendarGridProps {
  day: string
  weekday: string
  isTarget: boolean
  onDrop: () => void
  onDrag: (publication: PublicationDto | null) => void
  onShift: (publication: PublicationDto, day: string) => void
}

function DayCell(props: DayCellProps) {
  const { t, number, date } = useI18n()
  const [isOver, setIsOver] = createSignal(false)
  const [isWhole, setIsWhole] = createSignal(false)
  const entries = () => props.publicationsOn(props.day)
  const shown = () => (props.month === null || isWhole() ? entries() : shownOf(entries()))
  const left = () => entries().length - shown().length
  const isFaint = () => props.month !== null && !props.day.startsWith(props.month)
  const isToday = () => props.day === props.today
  const label = () => t('publishCalendar.dayOf', date(`${props.day}T04:00:00Z`), number(entries().length))
  return (
    <li
      aria-label={label()}
      aria-current={isToday() ? 'date' : undefined}
      data-day={props.day}
      class="min-w-0 border-b border-line p-2 md:min-h-28 md:border-r md:nth-[7n]:border-r-0"
      classList={{
        'max-md:hidden': entries().length === 0 && !isToday(),
        'bg-accent-soft': isOver() && props.isTarget,
        'bg-sunken/40': isFaint() && !isOver(),
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        props.onDrop()
      }}
    >
      <p class="mb-1.5 flex items-center gap-1.5 text-xs tabular-nums" aria-hidden="true">
        <span
          class="flex size-6 items-center justify-center rounded-full"
          classList={{ 'bg-accent font-medium text-on-accent': isToday(), 'text-ink-2': !isToday() }}
        >
          {Number(props.day.slice(8))}
        </span>
        <span class="text-ink-3 md:hidden">
          {props.day.slice(5, 7)}/{props.day.slice(8)} {props.weekday}
        </span>
      </p>
      <ul class="flex flex-col gap-1">
        <For each={shown()}>
          {(publication) => (
            <CalendarEntry
              publication={publication}
              day={props.day}
              onMove={() => props.onMove(publication)}
              onDrag={props.onDrag}
              onShift={(day) => props.onShift(publication, day)}
            />
          )}
        </For>
      </ul>
      <Show when={left() > 0}>
        <button
          type="button"
          class="mt-1 min-h-6 rounded-sm px-1.5 text-xs text-ink-2 hover:bg-sunken hover:text-ink"
          onClick={() => setIsWhole(true)}
        >
          {t('publishCalendar.more', number(left()))}
        </button>
      </Show>
    </li>
  )
}
