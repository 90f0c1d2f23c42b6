import type { PaymentStartDto } from '@mozhou/contracts/orders/answers'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { QrCode } from '@mozhou/ui/components/qr-code.tsx'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

const actions = { alipay: 'openAlipay', wechat: 'openWechat' } as const
const scans = { alipay: 'scanAlipay', wechat: 'scanWechat' } as const

/** The channel's code to scan, or the button that leads to its app; in the sandbox, the way to the phone that plays the payer. */
export function PayCode(props: { start: PaymentStartDto }) {
  const { t } = useI18n()
  const name = () => t(`orders.channelOf.${props.start.channel}`)
  return (
    <div class="flex flex-col items-center gap-3">
      <Show when={props.start.qrText}>
        {(text) => (
          <>
            <QrCode text={text()} label={t('orders.qrLabel', name())} />
            <p class="text-sm font-medium">{t(`orders.${scans[props.start.channel]}`)}</p>
            <Show when={props.start.channel === 'wechat'}>
              <p class="text-xs text-ink-3 md:hidden">{t('orders.phoneScan')}</p>
            </Show>
          </>
        )}
      </Show>
      <Show when={props.start.redirectUrl}>
        {(url) => (
          <a href={url()} class={buttonClass({ variant: 'primary', size: 'lg' })}>
            {t(`orders.${actions[props.start.channel]}`)}
          </a>
        )}
      </Show>
      <Show when={props.start.playUrl}>
        {(url) => (
          <a href={url()} target="_blank" rel="noopener" class={buttonClass({ variant: 'secondary' })}>
            {t('orders.play')}
          </a>
        )}
      </Show>
      <p class="text-xs text-ink-3">{t('orders.waiting')}</p>
    </div>
  )
}
