import type { SavedFilterDto } from '@mozhou/contracts/saved-filters/answers'
import { longestFilterName } from '@mozhou/contracts/saved-filters/kinds'
import type { SavedTable } from '@mozhou/contracts/saved-filters/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../api.ts'
import { useI18n } from '../i18n/i18n.ts'

/** Keeps what stands in the address of a list under a name; one that is there already is replaced. */
export function SaveFilterDialog(props: {
  table: SavedTable
  search: SavedFilterDto['search']
  onSaved: (filters: SavedFilterDto[]) => void
  onClose: () => void
}) {
  const { t } = useI18n()
  const [name, setName] = createSignal('')
  const save = useMutation(() => ({
    mutationFn: (text: string) =>
      api.savedFilters.save.mutate({ table: props.table, name: text, search: props.search }),
    onSuccess: (filters) => {
      toastSuccess({ title: t('table.savedDone') })
      props.onSaved(filters)
      props.onClose()
    },
  }))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const text = name().trim()
    if (text !== '' && !save.isPending) save.mutate(text)
  }
  return (
    <Dialog isOpen onClose={() => props.onClose()} size="sm" title={t('table.save')} description={t('table.saveHint')}>
      <form class="flex flex-col gap-4" onSubmit={submit}>
        <Field label={t('table.name')} isRequired>
          <TextInput
            name="filter-name"
            autocomplete="off"
            maxLength={longestFilterName}
            value={name()}
            onValueChange={setName}
          />
        </Field>
        <Refusal error={save.error} />
        <Button type="submit" variant="primary" isPending={save.isPending} disabled={name().trim() === ''}>
          {t('table.saveAction')}
        </Button>
      </form>
    </Dialog>
  )
}
