import type { PublishDto } from '@mozhou/contracts/publications/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { useNavigate } from '@tanstack/solid-router'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import { createMemo, For, Show } from 'solid-js'
import { PlatformMark } from '../platform-mark.tsx'
import { TimeInput } from '../time-input.tsx'
import { useI18n } from '../words.ts'
import type { Composer, TargetView } from './composer.ts'
import type { Hindrance } from './judge-target.ts'
import { TimeSuggestions } from './time-suggestions.tsx'
import { usePublish, useSave } from './use-publish.ts'

const hourMs = 3_600_000

/** It has its time already, which is changed on its own page. */
const isPlanned = ({ publication }: Composer) => publication !== undefined && publication.status !== 'draft'

/** When, what can go and what cannot and why, and the one press that sends what can. */
export function PublishBar(props: { composer: Composer; onPublished: (published: PublishDto) => void }) {
  const { t } = useI18n()
  return (
    <Card title={t('publishCompose.summary')}>
      <div class="grid items-start gap-6 lg:grid-cols-2">
        <Show when={!isPlanned(props.composer)} fallback={<div />}>
          <When composer={props.composer} />
        </Show>
        <div class="flex flex-col gap-4">
          <Verdicts composer={props.composer} />
          <Go {...props} />
        </div>
      </div>
    </Card>
  )
}

function When(props: { composer: Composer }) {
  const { t } = useI18n()
  const mode = () => (props.composer.at() === null ? 'now' : 'later')
  /** One account alone: its own hours; several: any. */
  const window = () => {
    const views = props.composer.views()
    return views.length === 1 ? (views[0]?.account.window ?? null) : null
  }
  return (
    <div class="flex flex-col gap-3">
      <Field label={t('publishCompose.when')}>
        <Segmented
          value={mode()}
          onValueChange={(chosen: 'now' | 'later') =>
            props.composer.setAt(chosen === 'now' ? null : new Date(Date.now() + hourMs).toISOString())
          }
          options={[
            { value: 'now', label: t('publishCompose.now') },
            { value: 'later', label: t('publishCompose.later') },
          ]}
        />
      </Field>
      <Show when={mode() === 'later'}>
        <Field label={t('publishCompose.at')} hint={t('publish.shanghai')} class="max-w-64">
          <TimeInput value={props.composer.at()} onValueChange={(at) => at !== null && props.composer.setAt(at)} />
        </Field>
        <TimeSuggestions window={window()} onChoose={props.composer.setAt} />
      </Show>
    </div>
  )
}

function Verdicts(props: { composer: Composer }) {
  return (
    <ul class="flex flex-col gap-2 text-sm">
      <For each={props.composer.views()}>{(view) => <Verdict view={view} />}</For>
    </ul>
  )
}

function Verdict(props: { view: TargetView }) {
  const { t, number } = useI18n()
  const hindrance = () => props.view.judged?.hindrance ?? null
  const why = (found: Hindrance) => {
    switch (found.kind) {
      case 'blocked':
        return t('publishCompose.cannotBlocked', number(found.count))
      case 'duplicate':
        return t('publishCompose.cannotDuplicate')
      case 'unusable':
        return t('publishCompose.cannotUnusable')
      case 'time':
        return t('publishCompose.cannotTime')
    }
  }
  const route = () => props.view.base?.package.route
  return (
    <li class="flex items-start gap-2">
      <Show
        when={hindrance()}
        fallback={<CircleCheck size={16} class="mt-0.5 shrink-0 text-success" aria-hidden="true" />}
      >
        <CircleAlert size={16} class="mt-0.5 shrink-0 text-danger" aria-hidden="true" />
      </Show>
      <span class="min-w-0">
        <PlatformMark platform={props.view.account.platform} account={props.view.account.name} />
        <span class="block text-xs text-ink-2">
          <Show
            when={hindrance()}
            fallback={
              <Show when={props.view.judged && route()} fallback={t('publishCompose.checking')}>
                {(way) => t(`publish.routeHint.${way()}`)}
              </Show>
            }
          >
            {(found) => why(found())}
          </Show>
        </span>
      </span>
    </li>
  )
}

function Go(props: { composer: Composer; onPublished: (published: PublishDto) => void }) {
  const { t, number } = useI18n()
  const navigate = useNavigate()
  const publish = usePublish(props.composer, (published) => props.onPublished(published))
  const save = useSave(props.composer)
  const ready = createMemo(() => props.composer.views().filter(({ judged }) => judged && judged.hindrance === null))
  const words = () => {
    const isAll = ready().length === props.composer.targets.length
    const count = number(ready().length)
    const isNow = props.composer.at() === null
    if (isNow) return isAll ? t('publishCompose.publish', count) : t('publishCompose.publishThese', count)
    return isAll ? t('publishCompose.plan', count) : t('publishCompose.planThese', count)
  }
  const saveAll = () =>
    save.mutate(undefined, {
      onSuccess: () => {
        const { publication } = props.composer
        if (publication && isPlanned(props.composer))
          void navigate({ to: '/publish/$publicationId', params: { publicationId: publication.id } })
      },
    })
  return (
    <div class="flex flex-col gap-3">
      <Refusal error={publish.error ?? save.error} title={t('publishCompose.failed')} />
      <div class="flex flex-wrap gap-2">
        <Show
          when={isPlanned(props.composer)}
          fallback={
            <>
              <Button
                variant="primary"
                size="lg"
                disabled={ready().length === 0}
                isPending={publish.isPending}
                onClick={() => publish.mutate(ready())}
              >
                {words()}
              </Button>
              <Button size="lg" isPending={save.isPending} onClick={saveAll}>
                {t('publishCompose.saveDraft')}
              </Button>
            </>
          }
        >
          <Button variant="primary" size="lg" isPending={save.isPending} onClick={saveAll}>
            {t('publishCompose.saveChanges')}
          </Button>
        </Show>
      </div>
    </div>
  )
}
