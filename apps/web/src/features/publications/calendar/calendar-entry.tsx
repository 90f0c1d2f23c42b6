import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { platforms } from '@mozhou/platforms/platforms'
import { Link } from '@tanstack/solid-router'
import BadgeCheck from 'lucide-solid/icons/badge-check'
import Clock from 'lucide-solid/icons/clock'
import UserCheck from 'lucide-solid/icons/user-check'
import { Match, Show, Switch } from 'solid-js'
import { saidBy } from '../said-by.ts'
import { clockOf, plusDays } from '../shanghai-time.ts'
import { useI18n } from '../words.ts'
import { daysMoved, timeOf } from './calendar-days.ts'

interface CalendarEntryProps {
  publication: PublicationDto
  day: string
  onMove: () => void
  onDrag: (publication: PublicationDto | null) => void
  onShift: (day: string) => void
}

const edges: Partial<Record<PublicationDto['status'], string>> = {
  scheduled: 'border-l-accent',
  preparing: 'border-l-accent',
  submitted: 'border-l-accent',
  in_review: 'border-l-accent',
  awaiting_user: 'border-l-warning',
  needs_attention: 'border-l-warning',
  unconfirmed: 'border-l-warning',
  published: 'border-l-success',
  rejected: 'border-l-danger',
  failed: 'border-l-danger',
  removed: 'border-l-danger',
}

/** One on its day: dragged with the mouse, moved by Alt and an arrow, or by its button. */
export function CalendarEntry(props: CalendarEntryProps) {
  const { t, pick } = useI18n()
  const canMove = () => props.publication.can.reschedule && props.publication.scheduledAt !== null
  const at = () => timeOf(props.publication)
  const platform = () => pick(platforms[props.publication.platform].name)
  const state = () => {
    const words = t(`publish.statusOf.${props.publication.status}`)
    const by = saidBy(props.publication)
    return by ? `${words} · ${t(`publish.confirmedBy.${by}`)}` : words
  }
  const words = () => t('publishCalendar.entry', clockOf(at()), platform(), props.publication.title, state())
  const shift = (event: KeyboardEvent) => {
    const days = daysMoved(event)
    if (days === null || !canMove()) return
    event.preventDefault()
    props.onShift(plusDays(props.day, days))
  }
  return (
    <li
      draggable={canMove()}
      class={`flex min-w-0 items-start gap-1 rounded-sm border border-l-3 border-line bg-surface px-1.5 py-1 text-xs ${edges[props.publication.status] ?? 'border-l-line-strong'}`}
      classList={{ 'cursor-grab': canMove() }}
      onDragStart={(event) => {
        // Firefox begins no drag without data.
        event.dataTransfer?.setData('text/plain', props.publication.id)
        props.onDrag(props.publication)
      }}
      onDragEnd={() => props.onDrag(null)}
    >
      <Link
        to="/publish/$publicationId"
        params={{ publicationId: props.publication.id }}
        aria-label={words()}
        title={words()}
        draggable={false}
        class="min-w-0 flex-1 rounded-sm hover:text-accent-text"
        onKeyDown={shift}
      >
        <span class="flex items-center gap-1 tabular-nums">
          {clockOf(at())} <span class="truncate font-medium">{platform()}</span>
          <Switch>
            <Match when={saidBy(props.publication) === 'platform_confirmed'}>
              <BadgeCheck size={12} class="shrink-0 text-success" aria-hidden="true" />
            </Match>
            <Match when={saidBy(props.publication) === 'user_confirmed'}>
              <UserCheck size={12} class="shrink-0 text-ink-2" aria-hidden="true" />
            </Match>
          </Switch>
        </span>
        <span class="block truncate text-ink-2">{props.publication.title}</span>
        <span class="block truncate text-ink-3">{state()}</span>
      </Link>
      <Show when={canMove()}>
        <button
          type="button"
          aria-label={t('publishCalendar.moveOf', props.publication.title)}
          title={t('publishCalendar.move')}
          class="flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
          onClick={() => props.onMove()}
        >
          <Clock size={13} aria-hidden="true" />
        </button>
      </Show>
    </li>
  )
}
