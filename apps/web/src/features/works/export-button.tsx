import { Button } from '@mozhou/ui/components/button.tsx'
import FileDown from 'lucide-solid/icons/file-down'
import { createSignal } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { ExportDialog } from './export-dialog.tsx'

export function ExportButton(props: { creationId: string }) {
  const { t } = useI18n()
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <>
      <Button icon={<FileDown size={15} aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        {t('library.export')}
      </Button>
      <ExportDialog creationId={isOpen() ? props.creationId : null} onClose={() => setIsOpen(false)} />
    </>
  )
}
