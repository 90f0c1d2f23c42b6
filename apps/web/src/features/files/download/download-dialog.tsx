import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import Download from 'lucide-solid/icons/download'
import type { DownloadChoiceState, Sides } from './download-choice.ts'
import { DownloadFields } from './download-fields.tsx'
import { useI18n } from './words.ts'

interface DownloadDialogProps {
  isOpen: boolean
  title: string
  picture: Sides
  download: DownloadChoiceState
  onDownload: () => void
  onClose: () => void
}

/** What is chosen stays chosen on this device, for the next picture as well. */
export function DownloadDialog(props: DownloadDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      size="sm"
      title={props.title}
      description={t('download.hint')}
      footer={
        <Button
          variant="primary"
          icon={<Download size={15} aria-hidden="true" />}
          onClick={() => {
            props.onDownload()
            props.onClose()
          }}
        >
          {t('download.now')}
        </Button>
      }
    >
      <div class="flex flex-col gap-4">
        <DownloadFields picture={props.picture} download={props.download} />
      </div>
    </Dialog>
  )
}
