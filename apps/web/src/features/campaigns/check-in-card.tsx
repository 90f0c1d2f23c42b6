import type { CampaignDto, CheckInsDto } from '@mozhou/contracts/campaigns/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, For, Show } from 'solid-js'
import { monthCells, otherMonth } from './month-cells.ts'
import { checkInsOf } from './queries.ts'
import { useTakePart } from './use-take-part.ts'
import { useI18n } from './words.ts'

/** The day's button, how long the run is, and a month of days; which day it is, the server says. */
export function CheckInCard(props: { campaign: CampaignDto }) {
  const { t } = useI18n()
  const [month, setMonth] = createSignal<string | null>(null)
  const checkIns = useQuery(() => checkInsOf(props.campaign.id, month()))
  return (
    <Card title={t('campaigns.checkIn')}>
      <Loaded query={checkIns}>
        {(data) => (
          <div class="flex flex-col gap-5">
            <CheckIn campaign={props.campaign} checkIns={data()} />
            <Calendar checkIns={data()} onMonth={setMonth} />
          </div>
        )}
      </Loaded>
    </Card>
  )
}

function CheckIn(props: { campaign: CampaignDto; checkIns: CheckInsDto }) {
  const { t, number } = useI18n()
  const check = useTakePart(
    () => props.campaign,
    (taken) =>
      toastSuccess({
        title: taken.isRepeat
          ? t('campaigns.checkedIn')
          : t('campaigns.checkInDone', number(taken.streak ?? 1), number(taken.amount)),
      }),
  )
  // Having been here today is no refusal: the button says it.
  const refused = () => {
    const code = props.campaign.mine.refusal
    return code === null || code === 'CAMPAIGN_LIMIT_DAY' ? null : code
  }
  return (
    <div class="flex flex-col gap-3">
      <p class="text-lg font-semibold tabular-nums">
        {props.checkIns.streak > 0 ? t('campaigns.streak', number(props.checkIns.streak)) : t('campaigns.streakNone')}
      </p>
      <Show when={props.checkIns.next.milestone > 0 && !props.checkIns.isCheckedIn}>
        <p class="text-sm text-success">{t('campaigns.nextMilestone', number(props.checkIns.next.milestone))}</p>
      </Show>
      <Show when={refused()}>{(code) => <Notice tone="info">{t(`campaigns.refusalOf.${code()}`)}</Notice>}</Show>
      <Refusal error={check.error} />
      <div>
        <Button
          variant="primary"
          size="lg"
          isPending={check.isPending}
          disabled={props.checkIns.isCheckedIn || refused() !== null}
          onClick={() => check.mutate()}
        >
          {props.checkIns.isCheckedIn
            ? t('campaigns.checkedIn')
            : t('campaigns.checkInAction', number(props.checkIns.next.credits + props.checkIns.next.milestone))}
        </Button>
      </div>
      <Show when={props.checkIns.isCheckedIn && refused() === null}>
        <p class="text-sm text-ink-2">
          {t('campaigns.tomorrow', number(props.checkIns.next.credits + props.checkIns.next.milestone))}
        </p>
      </Show>
    </div>
  )
}

function Calendar(props: { checkIns: CheckInsDto; onMonth: (day: string | null) => void }) {
  const { t, number } = useI18n()
  const monthName = () => props.checkIns.from.slice(0, 7)
  const signed = () => new Map(props.checkIns.days.map((day) => [day.day, day.credits + day.milestone]))
  const isPresent = () => props.checkIns.today <= props.checkIns.to
  const label = (day: string) => {
    const credits = signed().get(day)
    return credits === undefined ? t('campaigns.unsigned', day) : t('campaigns.signed', day, number(credits))
  }
  return (
    <section aria-label={t('campaigns.calendar', monthName())} class="max-w-md">
      <div class="mb-2 flex items-center justify-between">
        <IconButton label={t('campaigns.previousMonth')} onClick={() => props.onMonth(otherMonth(monthName(), -1))}>
          <ChevronLeft size={16} aria-hidden="true" />
        </IconButton>
        <p class="text-sm font-medium tabular-nums">{monthName()}</p>
        <IconButton
          label={t('campaigns.nextMonth')}
          disabled={isPresent()}
          onClick={() => props.onMonth(otherMonth(monthName(), 1))}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <ol class="grid grid-cols-7 gap-1 text-center text-sm">
        <For each={monthCells(props.checkIns.from, props.checkIns.to)}>
          {(day) => (
            <Show when={day} fallback={<li aria-hidden="true" />}>
              {(shown) => (
                <li
                  aria-label={label(shown())}
                  aria-current={shown() === props.checkIns.today ? 'date' : undefined}
                  class="rounded-md border border-line py-1.5 tabular-nums aria-[current=date]:border-accent"
                  classList={{ 'bg-success-soft font-medium text-success': signed().has(shown()) }}
                >
                  <span aria-hidden="true">{Number(shown().slice(8))}</span>
                </li>
              )}
            </Show>
          )}
        </For>
      </ol>
    </section>
  )
}
