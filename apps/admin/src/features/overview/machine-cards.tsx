import type { FailingModelsDto, PartDto, QueueAgesDto } from '@mozhou/contracts/overview/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Link } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { LiveCard } from './live-card.tsx'
import { failingModels, parts, queueAges } from './queries.ts'
import { useSee } from './use-see.ts'
import { WaitingLine } from './waiting.tsx'
import { useI18n } from './words.ts'

/** What machines do, and whether they do it. */
export function MachineCards() {
  const { t } = useI18n()
  const may = usePermissions()
  const see = useSee()
  return (
    <>
      <Show when={may('model:read')}>
        <LiveCard
          title={t('overview.models')}
          query={failingModels}
          link={
            <Link to="/models" {...see(t('overview.models'))}>
              {t('overview.see')}
            </Link>
          }
        >
          {(data) => <FailingModels models={data()} />}
        </LiveCard>
      </Show>
      <Show when={may('workflow:read')}>
        <LiveCard
          title={t('overview.queues')}
          query={queueAges}
          link={
            <Link to="/workflows" {...see(t('overview.queues'))}>
              {t('overview.see')}
            </Link>
          }
        >
          {(data) => <Queues ages={data()} />}
        </LiveCard>
        <LiveCard title={t('overview.parts')} query={parts}>
          {(data) => (
            <ul>
              <For each={data()}>{(part) => <Part part={part} />}</For>
            </ul>
          )}
        </LiveCard>
      </Show>
    </>
  )
}

function FailingModels(props: { models: FailingModelsDto }) {
  const { t, number } = useI18n()
  return (
    <>
      <Show when={!props.models.areCircuitsKnown}>
        <p class="mb-2 text-xs text-warning">{t('overview.circuitsUnknown')}</p>
      </Show>
      <ul>
        <For each={props.models.failing} fallback={<li class="text-sm text-ink-2">{t('overview.modelsFine')}</li>}>
          {(model) => (
            <li class="flex flex-wrap items-center justify-between gap-x-3 py-1.5 text-sm">
              <span class="break-all">{model.alias}</span>
              <span class="flex items-center gap-2 text-xs text-ink-2">
                {t('overview.share', number(model.errors), number(model.calls))}
                <Show when={model.isOpen}>
                  <Badge tone="danger">{t('overview.open')}</Badge>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
      <p class="mt-2 text-xs text-ink-2">
        {t('overview.lastHour', number(props.models.calls), number(props.models.errors))}
      </p>
    </>
  )
}

/** From these ages on something is in the way: each is begun, applied, asked about or sent within a fraction of it. */
const lateMs = { generations: 60_000, notices: 60_000, refunds: 30 * 60_000, mails: 10 * 60_000 } as const

function Queues(props: { ages: QueueAgesDto }) {
  const { t } = useI18n()
  const may = usePermissions()
  const label = (queue: keyof typeof lateMs) => t(`overview.queueOf.${queue}`)
  return (
    <ul>
      <WaitingLine label={label('generations')} waiting={props.ages.generations} lateMs={lateMs.generations} />
      <WaitingLine
        label={
          <Show when={may('order:read')} fallback={label('notices')}>
            <Link to="/orders" search={{ view: 'notices', verdict: 'received' }} class="hover:underline">
              {label('notices')}
            </Link>
          </Show>
        }
        waiting={props.ages.notices}
        lateMs={lateMs.notices}
      />
      <WaitingLine
        label={
          <Show when={may('refund:read')} fallback={label('refunds')}>
            <Link to="/money-refunds" search={{ queue: 'under_way' }} class="hover:underline">
              {label('refunds')}
            </Link>
          </Show>
        }
        waiting={props.ages.refunds}
        lateMs={lateMs.refunds}
      />
      <WaitingLine label={label('mails')} waiting={props.ages.mails} lateMs={lateMs.mails} />
    </ul>
  )
}

const tones: Record<PartDto['state'], BadgeTone> = { ok: 'success', away: 'danger', unwatched: 'neutral' }

function Part(props: { part: PartDto }) {
  const { t, latency } = useI18n()
  return (
    <li class="flex items-center justify-between gap-3 py-1.5 text-sm">
      <span>{t(`overview.partOf.${props.part.part}`)}</span>
      <span class="flex items-center gap-2 text-xs text-ink-2 tabular-nums">
        <Show when={props.part.state === 'ok' && props.part.ms !== null}>{latency(props.part.ms ?? 0)}</Show>
        <Badge tone={tones[props.part.state]}>{t(`overview.stateOf.${props.part.state}`)}</Badge>
      </span>
    </li>
  )
}
