import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import { Card } from '@mozhou/ui/components/card.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { HandoffParts } from './handoff-parts.tsx'
import type { Handoff } from './handed.ts'

/** Only a wide window needs a code to be scanned. */
const QrCode = lazyPart(
  () => import('@mozhou/ui/components/qr-code.tsx').then((module) => module.QrCode),
  () => null,
)

/** What the person does now, in the order of the platform's page. Made for a phone; a desktop shows a code that opens it there. */
export function HandoffCard(props: { publication: PublicationDetailDto }) {
  const { t } = useI18n()
  return (
    <Show when={props.publication.handoff}>
      {(handoff) => (
        <Card title={t(`publishOne.handoffTitle.${handoff().kind}`)}>
          <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_auto]">
            <HandoffParts handed={{ ...props.publication, handoff: handoff() }} />
            <Code handoff={handoff()} isSandbox={props.publication.account.isSandbox} />
          </div>
        </Card>
      )}
    </Show>
  )
}

/** Of our own page for phones, whatever the platform's own address is: a camera reads the short one. */
function Code(props: { handoff: Handoff; isSandbox: boolean }) {
  const { t, time } = useI18n()
  return (
    <Show when={props.handoff.phonePage}>
      {(page) => (
        <div class="hidden w-60 flex-col items-center gap-2 text-center sm:flex">
          <QrCode text={location.origin + page().path} label={t('publishOne.scanCode')} />
          <p class="text-sm font-medium">{t('publishOne.scanCode')}</p>
          <p class="text-xs text-ink-3">{t('publishOne.scanHint')}</p>
          <p class="text-xs text-ink-3">{t('publishOne.expires', time(page().expiresAt))}</p>
          <Show when={props.isSandbox && props.handoff.kind === 'scan' && props.handoff.phoneUrl}>
            {(url) => (
              <p class="flex w-full items-center gap-1 text-left text-xs text-ink-3">
                <span class="min-w-0 flex-1">{t('publishOne.sandboxShare')}</span>
                <CopyButton text={url()} label={t('publishOne.copyOf', t('publishOne.sandboxShare'))} />
              </p>
            )}
          </Show>
        </div>
      )}
    </Show>
  )
}
