import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import { createSignal, Show, untrack } from 'solid-js'
import { shownPicture } from '../queries.ts'
import { useI18n } from '../words.ts'
import type { MaskFile } from './export-mask.ts'
import { exportMask } from './export-mask.ts'
import { MaskCanvas } from './mask-canvas.tsx'
import type { MaskPainting } from './mask-painting.ts'
import { createMaskPainting } from './mask-painting.ts'
import { MaskToolbar } from './mask-toolbar.tsx'

interface MaskDialogProps {
  isOpen: boolean
  picture: { fileId: string; width: number; height: number }
  /** What was painted on this picture before, to go on from. */
  earlier: MaskPainting | null
  onClose: () => void
  onBegin: (painting: MaskPainting) => void
  onDone: (mask: MaskFile) => void
}

export function MaskDialog(props: MaskDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      size="xl"
      title={t('images.mask.title')}
      description={t('images.mask.hint')}
    >
      <MaskEditor {...props} />
    </Dialog>
  )
}

function MaskEditor(props: MaskDialogProps) {
  const { t } = useI18n()
  const address = useQuery(() => shownPicture(props.picture.fileId))
  const painting = untrack(() => props.earlier ?? createMaskPainting(props.picture))
  untrack(() => props.onBegin(painting))
  const [refusal, setRefusal] = createSignal<'blank' | 'failed' | null>(null)
  const [isPending, setIsPending] = createSignal(false)
  async function finish() {
    setIsPending(true)
    setRefusal(null)
    try {
      const mask = await exportMask(painting.picture, painting.marks())
      if (mask) props.onDone(mask)
      else setRefusal('blank')
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
      <Loaded query={address} skeleton={<Skeleton class="h-[42dvh] sm:h-[min(56dvh,42rem)] w-full" />}>
        {(url) => <MaskCanvas painting={painting} url={url()} />}
      </Loaded>
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
