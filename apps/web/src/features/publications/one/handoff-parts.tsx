import type { PlatformKey } from '@mozhou/contracts/publications/kinds'
import { platforms } from '@mozhou/platforms/platforms'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import ExternalLink from 'lucide-solid/icons/external-link'
import Smartphone from 'lucide-solid/icons/smartphone'
import { For, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { CopyField } from './copy-field.tsx'
import type { Handed, Handoff } from './handed.ts'
import { HandoffPictures } from './handoff-pictures.tsx'

/** All that is done by hand, in its order; a phone alone is enough for it. */
export function HandoffParts(props: { handed: Handed }) {
  const { t } = useI18n()
  const handoff = () => props.handed.handoff
  return (
    <div class="flex min-w-0 flex-col gap-5">
      <Steps platform={props.handed.platform} handoff={handoff()} />
      <OpenApp platform={props.handed.platform} handoff={handoff()} />
      <Fields handoff={handoff()} />
      <HandoffPictures handed={props.handed} mediaIds={handoff().mediaIds} />
      <Show when={handoff().declare}>
        {(option) => <Notice tone="warning">{t('publishOne.declareFirst', option())}</Notice>}
      </Show>
      <OpenPage handoff={handoff()} />
    </div>
  )
}

/** On a phone the app is opened, where there is one, and on a computer the platform's page. */
function Steps(props: { platform: PlatformKey; handoff: Handoff }) {
  const { t, pick } = useI18n()
  const opensApp = (place: number) => place === 0 && props.handoff.kind === 'editor' && props.handoff.phoneUrl !== null
  return (
    <Show when={props.handoff.steps.length > 0}>
      <section>
        <h3 class="mb-1 text-sm font-medium">{t('publishOne.steps')}</h3>
        <ol class="list-decimal pl-5 text-sm leading-relaxed text-ink-2">
          <For each={props.handoff.steps}>
            {(step, place) => (
              <li>
                <Show when={opensApp(place())} fallback={pick(step)}>
                  <span class="sm:hidden">{t('publishOne.openAppFirst', pick(platforms[props.platform].name))}</span>
                  <span class="max-sm:hidden">{pick(step)}</span>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}

function Fields(props: { handoff: Handoff }) {
  const { pick } = useI18n()
  return (
    <For each={props.handoff.fields.filter(({ text }) => text !== '')}>
      {(field) => <CopyField label={pick(field.label)} text={field.text} html={field.html} />}
    </For>
  )
}

/** Of a phone alone: a computer has no such app. */
function OpenApp(props: { platform: PlatformKey; handoff: Handoff }) {
  const { t, time, pick } = useI18n()
  return (
    <Show when={props.handoff.phoneUrl}>
      {(url) => (
        <div class="flex flex-col gap-2 sm:hidden">
          <a href={url()} class={buttonClass({ variant: 'primary', size: 'lg', isWide: true })}>
            <Smartphone size={16} aria-hidden="true" />
            {t('publishOne.openApp', pick(platforms[props.platform].name))}
          </a>
          <Show when={props.handoff.expiresAt}>
            {(at) => <p class="text-xs text-ink-3">{t('publishOne.expires', time(at()))}</p>}
          </Show>
        </div>
      )}
    </Show>
  )
}

function OpenPage(props: { handoff: Handoff }) {
  const { t } = useI18n()
  const words = () => t(props.handoff.kind === 'draft_box' ? 'publishOne.openDraft' : 'publishOne.openEditor')
  /** Where an app does it the page is the other way. */
  const variant = () => (props.handoff.phoneUrl === null ? 'primary' : 'secondary')
  return (
    <a
      href={props.handoff.url}
      target="_blank"
      rel="noreferrer"
      class={buttonClass({ variant: variant(), size: 'lg' }, 'w-full sm:w-fit')}
    >
      <ExternalLink size={16} aria-hidden="true" />
      {words()}
    </a>
  )
}
