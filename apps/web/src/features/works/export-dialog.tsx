import type { ExportFormat } from '@mozhou/contracts/creations/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import FileDown from 'lucide-solid/icons/file-down'
import { createSignal, For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { downloadExport } from './download-export.ts'

const formats: readonly ExportFormat[] = ['md', 'html', 'txt', 'docx']

export function ExportDialog(props: { creationId: string | null; onClose: () => void }) {
  const { t, shownError } = useI18n()
  const [isLabelled, setIsLabelled] = createSignal(true)
  const [hasNotes, setHasNotes] = createSignal(false)
  const [pending, setPending] = createSignal<ExportFormat | null>(null)
  async function download(format: ExportFormat) {
    const { creationId } = props
    if (creationId === null || pending()) return
    setPending(format)
    const refusal = await downloadExport({ creationId, format, isLabelled: isLabelled(), hasNotes: hasNotes() })
    setPending(null)
    if (refusal) return toastError({ title: t('library.exportFailed'), description: shownError(refusal) })
    toastSuccess({ title: t('library.exported') })
    props.onClose()
  }
  return (
    <Dialog
      isOpen={props.creationId !== null}
      onClose={() => props.onClose()}
      size="sm"
      title={t('library.exportTitle')}
      description={t('library.exportHint')}
    >
      <div class="flex flex-col gap-4">
        <Switch isOn={isLabelled()} onChange={setIsLabelled} label={t('library.label')} hint={t('library.labelHint')} />
        <Switch isOn={hasNotes()} onChange={setHasNotes} label={t('library.notes')} hint={t('library.notesHint')} />
        <div class="grid gap-2 sm:grid-cols-2">
          <For each={formats}>
            {(format) => (
              <Button
                icon={<FileDown size={15} aria-hidden="true" />}
                isPending={pending() === format}
                onClick={() => void download(format)}
              >
                {t(`library.formats.${format}`)}
              </Button>
            )}
          </For>
        </div>
      </div>
    </Dialog>
  )
}
