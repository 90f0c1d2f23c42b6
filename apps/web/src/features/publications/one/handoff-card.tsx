import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import ExternalLink from 'lucide-solid/icons/external-link'
import { For, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { CopyField } from './copy-field.tsx'
import { HandoffPictures } from './handoff-pictures.tsx'

/** Only a wide window needs a code to be scanned. */
const QrCode = lazyPart(
  () => import('@mozhou/ui/components/qr-code.tsx').then((module) => module.QrCode),
  () => null,
)

type Handoff = NonNullable<PublicationDetailDto['handoff']>

/** What the person does now, in the order of the platform's page. Made for a phone; a desktop shows a code that opens it there. */
export function HandoffCard(props: { publication: PublicationDetailDto }) {
  const { t } = useI18n()
  return (
    <Show when={props.publication.handoff}>
      {(handoff) => (
        <Card title={t(`publishOne.handoffTitle.${handoff().kind}`)}>
          <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_auto]">
            <div class="flex min-w-0 flex-col gap-5">
              <Steps handoff={handoff()} />
              <Fields handoff={handoff()} />
              <HandoffPictures publication={props.publication} mediaIds={handoff().mediaIds} />
              <Show when={handoff().declare}>
                {(option) => <Notice tone="warning">{t('publishOne.declareFirst', option())}</Notice>}
              </Show>
              <Open handoff={handoff()} />
            </div>
            <Codes handoff={handoff()} />
          </div>
        </Card>
      )}
    </Show>
  )
}

function Steps(props: { handoff: Handoff }) {
  const { t, pick } = useI18n()
  return (
    <Show when={props.handoff.steps.length > 0}>
      <section>
        <h3 class="mb-1 text-sm font-medium">{t('publishOne.steps')}</h3>
        <ol class="list-decimal pl-5 text-sm leading-relaxed text-ink-2">
          <For each={props.handoff.steps}>{(step) => <li>{pick(step)}</li>}</For>
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

function Open(props: { handoff: Handoff }) {
  const { t, time } = useI18n()
  const words = () => t(props.handoff.kind === 'draft_box' ? 'publishOne.openDraft' : 'publishOne.openEditor')
  const link = (url: string, more: string) => (
    <a href={url} target="_blank" rel="noreferrer" class={buttonClass({ variant: 'primary', size: 'lg' }, more)}>
      <ExternalLink size={16} aria-hidden="true" />
      {words()}
    </a>
  )
  return (
    <div class="flex flex-col gap-2">
      {/* A phone goes to the app; a computer to the page. */}
      {link(props.handoff.phoneUrl ?? props.handoff.url, 'w-full sm:hidden')}
      {link(props.handoff.url, 'hidden! w-fit sm:inline-flex!')}
      <Show when={props.handoff.expiresAt}>
        {(at) => <p class="text-xs text-ink-3">{t('publishOne.expires', time(at()))}</p>}
      </Show>
    </div>
  )
}

/** Of the app that is filled in, or of this very page. */
function Codes(props: { handoff: Handoff }) {
  const { t } = useI18n()
  const isScan = () => props.handoff.kind === 'scan'
  const text = () => (isScan() ? (props.handoff.phoneUrl ?? props.handoff.url) : location.href)
  return (
    <div class="hidden w-60 flex-col items-center gap-2 text-center sm:flex">
      <QrCode text={text()} label={t(isScan() ? 'publishOne.scanCode' : 'publishOne.onPhone')} />
      <p class="text-sm font-medium">{t(isScan() ? 'publishOne.scanCode' : 'publishOne.onPhone')}</p>
      <p class="text-xs text-ink-3">{t(isScan() ? 'publishOne.scanHint' : 'publishOne.onPhoneHint')}</p>
    </div>
  )
}
