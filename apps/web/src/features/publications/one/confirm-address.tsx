import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import { platforms } from '@mozhou/platforms/platforms'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import ClipboardPaste from 'lucide-solid/icons/clipboard-paste'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { createSignal, Show } from 'solid-js'
import { calls } from '../calls.ts'
import { publicationById, tellPublications } from '../queries.ts'
import { addressIn } from './address-in.ts'
import { useI18n } from '../words.ts'

interface ConfirmAddressProps {
  publication: PublicationDetailDto
  /** An address stands there already, and was the wrong one. */
  isCorrection?: boolean
  onDone?: () => void
}

/** Where the person says it is. What the check of the address found is told, whatever it is. */
export function ConfirmAddress(props: ConfirmAddressProps) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [typed, setTyped] = createSignal('')
  const hosts = () => platforms[props.publication.platform].hosts.join(' · ')
  const confirm = useMutation(() => ({
    mutationFn: async (isOtherTitle: boolean) => {
      const publicationId = props.publication.id
      const given = { publicationId, url: addressIn(typed()), isOtherTitle }
      await (props.isCorrection ? calls.correctAddress.mutate(given) : calls.confirm.mutate(given))
      return client.fetchQuery(publicationById(publicationId))
    },
    onSuccess: ({ evidence }) => {
      const page = evidence.findLast(({ kind }) => kind === 'person_address')?.page ?? 'unseen'
      toastSuccess({ title: t(`publishOne.confirmed.${page}`) })
      props.onDone?.()
    },
    onSettled: () => tellPublications(client),
  }))
  /** The answer is about the address that was checked: another one is asked about anew. */
  const asksTitle = () => confirm.error !== null && toShownError(confirm.error).code === 'PUBLICATION_URL_OTHER_TITLE'
  const type = (value: string) => {
    confirm.reset()
    setTyped(value)
  }
  /** Not every browser lets a page read what was copied; the box does. */
  const canPaste = () => typeof navigator.clipboard?.readText === 'function'
  const words = () =>
    props.isCorrection
      ? {
          title: t('publishOne.correctTitle'),
          hint: t('publishOne.correctHint', hosts()),
          submit: t('publishOne.submitCorrected'),
          other: t('publishOne.submitOtherCorrected'),
        }
      : {
          title: t('publishOne.confirmTitle'),
          hint: t('publishOne.confirmHint', hosts()),
          submit: t('publishOne.submitUrl'),
          other: t('publishOne.submitOther'),
        }
  const paste = async () => type(addressIn(await navigator.clipboard.readText()))
  return (
    <Card title={words().title}>
      <form
        noValidate
        class="flex max-w-xl flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed().trim() !== '' && !confirm.isPending) confirm.mutate(false)
        }}
      >
        <Field label={t('publishOne.url')} hint={words().hint}>
          <div class="flex gap-2">
            <TextInput type="text" inputMode="url" autocomplete="off" value={typed()} onValueChange={type} />
            <Show when={canPaste()}>
              <Button icon={<ClipboardPaste size={15} aria-hidden="true" />} onClick={() => void paste()}>
                {t('publishOne.paste')}
              </Button>
            </Show>
          </div>
        </Field>
        <Refusal error={confirm.error} />
        <Show when={asksTitle()}>
          <Button class="w-full sm:w-fit" isPending={confirm.isPending} onClick={() => confirm.mutate(true)}>
            {words().other}
          </Button>
        </Show>
        <Button
          type="submit"
          variant="primary"
          class="w-full sm:w-fit"
          disabled={typed().trim() === ''}
          isPending={confirm.isPending}
        >
          {words().submit}
        </Button>
      </form>
    </Card>
  )
}
