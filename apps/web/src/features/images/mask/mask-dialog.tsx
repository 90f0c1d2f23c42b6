import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { createSignal, Show, untrack } from 'solid-js'
import { useI18n } from '../words.ts'
import type { MaskFile } from './export-mask.ts'
import { exportMask } from './export-mask.ts'
import { MaskCanvas } from './mask-canvas.tsx'
import type { MaskPainting } from './mask-painting.ts'
import { createMaskPainting } from './mask-painting.ts'
import { MaskToolbar } from './mask-toolbar.tsx'

export interface MaskedPicture {
  fileId: string
  url: string
  width: number
  height: number
}

interface MaskDialogProps {
  /** null while it is closed. */
  picture: MaskedPicture | null
  /** What was painted on this picture before, to go on from. */
  earlier: MaskPainting | null
  onClose: () => void
  onDone: (mask: MaskFile, painting: MaskPainting) => void
}

export function MaskDialog(props: MaskDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.picture !== null}
      onClose={() => props.onClose()}
      size="xl"
      title={t('images.mask.title')}
      description={t('images.mask.hint')}
    >
      <Show when={props.picture} keyed>
        {(picture) => <MaskEditor {...props} picture={picture} />}
      </Show>
    </Dialog>
  )
}

function MaskEditor(props: MaskDialogProps & { picture: MaskedPicture }) {
  const { t } = useI18n()
  const painting = untrack(() => props.earlier ?? createMaskPainting(props.picture))
  const [refusal, setRefusal] = createSignal<'blank' | 'failed' | null>(null)
  const [isPending, setIsPending] = createSignal(false)
  async function finish() {
    setIsPending(true)
    try {
      const mask = await exportMask(props.picture, painting.marks())
      setRefusal(mask ? null : 'blank')
      if (mask) props.onDone(mask, painting)
    } catch (cause) {
      // A phone may have no memory left for a canvas of the picture's own size.
      setRefusal('failed')
      throw cause
    } finally {
      setIsPending(false)
    }
  }
  return (
    <div class="flex flex-col gap-4">
      <MaskToolbar painting={painting} />
      <MaskCanvas painting={painting} url={props.picture.url} />
      <Show when={refusal()}>{(kind) => <Notice tone="danger">{t(`images.mask.${kind()}`)}</Notice>}</Show>
      <div class="flex flex-wrap items-center justify-between gap-3">
        <p class="text-xs text-ink-3">{t('images.mask.touchHint')}</p>
        <Button variant="primary" isPending={isPending()} onClick={() => void finish()}>
          {t('images.mask.done')}
        </Button>
      </div>
    </div>
  )
}
