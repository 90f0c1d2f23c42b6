import type { WritingGoalDto } from '@mozhou/contracts/goals/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { ProgressBar } from '@mozhou/ui/components/progress-bar.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Link } from '@tanstack/solid-router'
import { Match, Show, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { myGoal } from './queries.ts'
import { useI18n } from './words.ts'

const offered = [500, 1_000, 2_000, 3_000, 5_000]
const none = 'none'

/** Nothing as long as the feature is open to nobody, and while it is not known whether it is. */
export function GoalCard() {
  const goal = useQuery(() => myGoal())
  return (
    <Switch>
      <Match when={goal.data?.goal}>
        {(own) => <OwnGoal goal={own()} membersSince={goal.data?.membersSince ?? null} />}
      </Match>
      <Match when={goal.data?.access === 'members_first'}>
        <MembersFirst since={goal.data?.membersSince ?? null} />
      </Match>
    </Switch>
  )
}

function MembersFirst(props: { since: string | null }) {
  const { t, date } = useI18n()
  return (
    <Card title={t('goals.title')} aside={<Badge tone="accent">{t('goals.early')}</Badge>}>
      <p class="text-sm text-ink-2">{t('goals.earlyHint')}</p>
      <Show when={props.since}>
        {(since) => <p class="mt-1 text-xs text-ink-3">{t('goals.earlySince', date(since()))}</p>}
      </Show>
      <Link to="/membership" class={buttonClass({ isWide: true }, 'mt-3')}>
        {t('goals.becomeMember')}
      </Link>
    </Card>
  )
}

function OwnGoal(props: { goal: NonNullable<WritingGoalDto['goal']>; membersSince: string | null }) {
  const { t, number, error } = useI18n()
  const client = useQueryClient()
  const change = useMutation(() => ({
    mutationFn: (words: number | null) => api.goals.set.mutate({ words }),
    onSuccess: (goal) => client.setQueryData(myGoal().queryKey, goal),
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  const words = () => props.goal.words
  const choices = () => [...new Set([...offered, ...(words() === null ? [] : [words() ?? 0])])]
  return (
    <Card
      title={t('goals.title')}
      aside={
        <Show when={props.membersSince}>
          <Badge tone="accent">{t('goals.early')}</Badge>
        </Show>
      }
    >
      <Show when={words()} fallback={<p class="text-sm">{t('goals.written', number(props.goal.writtenToday))}</p>}>
        {(goal) => <Progress written={props.goal.writtenToday} goal={goal()} />}
      </Show>
      <p class="mt-2 mb-3 text-xs text-ink-3">{t('goals.counted')}</p>
      <Field label={t('goals.choose')}>
        <Segmented
          value={String(words() ?? none)}
          onValueChange={(value) => change.mutate(value === none ? null : Number(value))}
          options={[
            { value: none, label: t('goals.none') },
            ...choices().map((value) => ({ value: String(value), label: number(value) })),
          ]}
        />
      </Field>
    </Card>
  )
}

function Progress(props: { written: number; goal: number }) {
  const { t, number } = useI18n()
  const words = () => t('goals.progress', number(props.written), number(props.goal))
  return (
    <>
      <p class="text-sm tabular-nums">{words()}</p>
      <ProgressBar
        kind="meter"
        class="mt-1.5"
        label={t('goals.title')}
        value={props.written}
        max={props.goal}
        words={words()}
      />
      <Show when={props.written >= props.goal}>
        <p class="mt-1.5 text-xs text-success">{t('goals.reached')}</p>
      </Show>
    </>
  )
}
