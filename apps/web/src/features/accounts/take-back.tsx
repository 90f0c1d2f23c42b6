import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { createSignal } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

/** The password was right, and the account waits for its deletion: nobody has it back without wanting to. */
export function TakeBack(props: { day: string; onTakeBack: () => Promise<void> }) {
  const { t, date } = useI18n()
  const [isPending, setIsPending] = createSignal(false)
  const [refusal, setRefusal] = createSignal<unknown>(null)

  async function takeBack() {
    setIsPending(true)
    setRefusal(null)
    try {
      await props.onTakeBack()
    } catch (cause) {
      setRefusal(cause)
    } finally {
      setIsPending(false)
    }
  }

  return (
    <div class="mt-5 flex flex-col gap-3">
      <Notice tone="warning" title={t('auth.closingTitle')}>
        {t('auth.closingHint', date(`${props.day}T00:00:00+08:00`))}
      </Notice>
      <Refusal error={refusal()} />
      <Button variant="primary" isWide isPending={isPending()} onClick={() => void takeBack()}>
        {t('auth.takeBack')}
      </Button>
    </div>
  )
}
