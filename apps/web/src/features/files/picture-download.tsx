import type { FileDto } from '@mozhou/contracts/files/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { lazyDialog } from '@mozhou/ui/components/lazy-dialog.tsx'
import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import { createSignal } from 'solid-js'
import { createDownloadChoice, wishOf } from './download/download-choice.ts'
import type { Sides } from './download/download-choice.ts'
import type { FileToTake } from './use-file-actions.ts'
import { useI18n } from './words.ts'

const DownloadDialog = lazyDialog(() =>
  import('./download/download-dialog.tsx').then((module) => module.DownloadDialog),
)

interface PictureDownloadProps {
  file: FileDto
  sides: Sides
  onDownload: (wanted: FileToTake) => void
}

/** In which format and how large, as in the picture studio, whose last choice this device remembers. */
export function PictureDownload(props: PictureDownloadProps) {
  const { t } = useI18n()
  const [isChoosing, setIsChoosing] = createSignal(false)
  const download = createDownloadChoice()
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={<SlidersHorizontal size={14} aria-hidden="true" />}
        aria-label={t('files.formatOf', props.file.name)}
        title={t('files.formatOf', props.file.name)}
        onClick={() => setIsChoosing(true)}
      />
      <DownloadDialog
        isOpen={isChoosing()}
        title={t('files.formatOf', props.file.name)}
        picture={props.sides}
        download={download}
        onDownload={() => props.onDownload({ file: props.file, wish: wishOf(props.sides, download.choice()) })}
        onClose={() => setIsChoosing(false)}
      />
    </>
  )
}
