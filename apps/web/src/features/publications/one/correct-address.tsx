import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { ConfirmAddress } from './confirm-address.tsx'

/** A slip of the clipboard is mended here: asked for, since most addresses are right. */
export function CorrectAddress(props: { publication: PublicationDetailDto }) {
  const { t } = useI18n()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Show
      when={isOpen()}
      fallback={
        <Button variant="ghost" class="w-fit" onClick={() => setOpen(true)}>
          {t('publishOne.correct')}
        </Button>
      }
    >
      <ConfirmAddress publication={props.publication} isCorrection onDone={() => setOpen(false)} />
    </Show>
  )
}
