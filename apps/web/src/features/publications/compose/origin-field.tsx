import { Field } from '@mozhou/ui/components/field.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import type { Composer, TargetView } from './composer.ts'

const restMs = 500

/** Where the piece stands already: the interface of 百家号 takes an article only with it, and by hand it goes without. */
export function OriginField(props: { composer: Composer; view: TargetView }) {
  const { t } = useI18n()
  const [typed, setTyped] = createSignal(props.view.target.originUrl ?? '')
  let timer: ReturnType<typeof setTimeout> | undefined
  const isWanted = () => {
    const { account, base } = props.view
    const direct = account.capabilities.some(({ contentType, route }) => contentType === 'article' && route === 'api')
    return account.platform === 'baijiahao' && direct && base?.package.contentType === 'article'
  }
  const isAddress = (value: string) => /^https?:\/\/[^\s/]+\.[^\s]+$/u.test(value)
  const type = (value: string) => {
    setTyped(value)
    clearTimeout(timer)
    const originUrl = isAddress(value.trim()) ? value.trim() : undefined
    timer = setTimeout(() => props.composer.change(props.view.target.accountId, { originUrl }), restMs)
  }
  const isWrong = () => typed().trim() !== '' && !isAddress(typed().trim())
  return (
    <Show when={isWanted()}>
      <Field
        label={t('publishCompose.origin')}
        hint={t('publishCompose.originHint')}
        error={isWrong() ? t('publishCompose.originWrong') : undefined}
      >
        <TextInput type="url" value={typed()} onValueChange={type} placeholder="https://" />
      </Field>
    </Show>
  )
}
