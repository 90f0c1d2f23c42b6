import type { RenewalStartDto } from '@mozhou/contracts/renewals/answers'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { useI18n } from './words.ts'

/** Where the payer signs: the channel's own page, or the sandbox's phone. */
export function SignLink(props: { start: RenewalStartDto }) {
  const { t } = useI18n()
  const words = () => {
    const { channel, isSandbox } = props.start.renewal
    return isSandbox ? t('renewals.play') : t('renewals.open', t(`renewals.channelOf.${channel}`))
  }
  return (
    <div>
      <a href={props.start.signUrl} target="_blank" rel="noopener" class={buttonClass({ variant: 'primary' })}>
        {words()}
      </a>
    </div>
  )
}
