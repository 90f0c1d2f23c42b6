import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { useMutation } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import Search from 'lucide-solid/icons/search'
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { api } from '../api.ts'
import { useI18n } from '../i18n/i18n.ts'

/** Takes an id or a number that somebody was given, from wherever, to the page of what it names. */
export function FindBox() {
  const { t } = useI18n()
  const [isOpen, setIsOpen] = createSignal(false)
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    setIsOpen(true)
  }
  onMount(() => document.addEventListener('keydown', onKey))
  onCleanup(() => document.removeEventListener('keydown', onKey))
  return (
    <>
      <IconButton label={t('find.open')} onClick={() => setIsOpen(true)}>
        <Search size={18} aria-hidden="true" />
      </IconButton>
      <Show when={isOpen()}>
        <FindDialog onClose={() => setIsOpen(false)} />
      </Show>
    </>
  )
}

function FindDialog(props: { onClose: () => void }) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const [text, setText] = createSignal('')
  const find = useMutation(() => ({
    mutationFn: (wanted: string) => api.generations.find.query({ text: wanted }),
    onSuccess: async (page) => {
      if (page === null) return
      props.onClose()
      if (page.kind === 'user') await navigate({ to: '/users/$userId', params: { userId: page.id } })
      else if (page.kind === 'order') await navigate({ to: '/orders', search: { order: page.id } })
      else await navigate({ to: '/generations/$generationId', params: { generationId: page.id } })
    },
  }))
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const wanted = text().trim()
    if (wanted !== '' && !find.isPending) find.mutate(wanted)
  }
  return (
    <Dialog isOpen onClose={() => props.onClose()} size="sm" title={t('find.title')} description={t('find.hint')}>
      <form class="flex flex-col gap-4" onSubmit={submit}>
        <Field label={t('find.label')} error={find.isSuccess && find.data === null ? t('find.nothing') : undefined}>
          <TextInput
            name="find"
            autocomplete="off"
            spellcheck={false}
            value={text()}
            onValueChange={(value) => {
              setText(value)
              find.reset()
            }}
          />
        </Field>
        <Refusal error={find.error} />
        <Button type="submit" variant="primary" isPending={find.isPending}>
          {t('find.go')}
        </Button>
      </form>
    </Dialog>
  )
}
