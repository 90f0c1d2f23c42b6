import type { FileDto } from '@mozhou/contracts/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { saveFile } from '@mozhou/ui/device/save-file'
import { useMutation } from '@tanstack/solid-query'
import Download from 'lucide-solid/icons/download'
import { useI18n } from '../i18n/i18n.ts'

/** The list under its filters as a file; said openly when it was cut. */
export function ExportButton(props: { file: () => Promise<FileDto>; isDisabled?: boolean }) {
  const { t, error } = useI18n()
  const file = useMutation(() => ({
    mutationFn: () => props.file(),
    onSuccess: (answer) => {
      saveFile(answer)
      toastSuccess({ title: t(answer.isTruncated ? 'table.exportCut' : 'table.exported') })
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (
    <Button
      icon={<Download size={16} aria-hidden="true" />}
      isPending={file.isPending}
      disabled={props.isDisabled === true}
      onClick={() => file.mutate()}
    >
      {t('table.exportCsv')}
    </Button>
  )
}
