import { saveFile } from '@mozhou/ui/device/save-file'
import { Button } from '@mozhou/ui/components/button.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation } from '@tanstack/solid-query'
import Download from 'lucide-solid/icons/download'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import type { TransactionFilters } from './queries.ts'

/** What the list shows under its filters, as a file for spreadsheets. */
export function ExportButton(props: { filters: TransactionFilters }) {
  const { t, error, locale } = useI18n()
  const file = useMutation(() => ({
    mutationFn: () => api.credits.transactionsCsv.query({ ...props.filters, locale: locale() }),
    onSuccess: (answer) => {
      saveFile(answer)
      toastSuccess({ title: t(answer.isTruncated ? 'credits.exportCut' : 'credits.exported') })
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (
    <Button
      size="sm"
      icon={<Download size={15} aria-hidden="true" />}
      isPending={file.isPending}
      onClick={() => file.mutate()}
    >
      {t('credits.exportCsv')}
    </Button>
  )
}
