import type { CreationRowDto, VersionDto } from '@mozhou/contracts/creations/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import { createSignal, Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { creationById, creationsKey } from '../works/queries.ts'

/** As long as the API takes. */
const longestTitle = 200

/** Another title for a work, also of a tool that writes none. */
export function RenameDialog(props: { row: CreationRowDto | null; onClose: () => void }) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.row !== null}
      onClose={() => props.onClose()}
      title={t('library.rename')}
      description={t('library.renameHint')}
      size="sm"
    >
      <Show when={props.row} keyed>
        {(row) => <RenameForm row={row} onClose={() => props.onClose()} />}
      </Show>
    </Dialog>
  )
}

function RenameForm(props: { row: CreationRowDto; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const [title, setTitle] = createSignal(untrack(() => props.row.title))
  const creation = useQuery(() => ({ ...creationById(props.row.id), staleTime: 0 }))
  const base = () => creation.data?.currentVersion
  const rename = useMutation(() => ({
    mutationFn: (baseVersionId: string): Promise<VersionDto> =>
      api.creations.update.mutate({ creationId: props.row.id, baseVersionId, title: title().trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: creationsKey })
      toastSuccess({ title: t('library.renamed') })
      props.onClose()
    },
    // After a conflict the next press goes on top of the version that came in between.
    onError: () => creation.refetch(),
  }))
  const isTooLong = () => title().trim().length > longestTitle
  const isFit = () => title().trim() !== '' && !isTooLong()
  const tooLong = { path: 'title', rule: 'too_big', params: { origin: 'string', maximum: longestTitle } }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const version = base()
    if (version && isFit()) rename.mutate(version.id)
  }
  return (
    <form class="flex flex-col gap-4" onSubmit={submit}>
      <Field
        label={t('creations.name')}
        isRequired
        error={isTooLong() ? fieldIssue(t('creations.name'), tooLong) : null}
      >
        <TextInput value={title()} onValueChange={setTitle} />
      </Field>
      <Show when={base() === null}>
        <Notice tone="warning">{t('library.renameNoText')}</Notice>
      </Show>
      <Refusal error={rename.error ?? creation.error} />
      <div class="flex justify-end gap-2">
        <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={rename.isPending} disabled={!base() || !isFit()}>
          {t('library.renameSave')}
        </Button>
      </div>
    </form>
  )
}
