import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TagsInput } from '@mozhou/ui/components/tags-input.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useNavigate } from '@tanstack/solid-router'
import { createSignal } from 'solid-js'
import { api } from '../../../api.ts'
import { useI18n } from '../words.ts'

/** Words that the person writes without any model: they become a work of theirs, and go out without a label of an AI. */
export function OwnWords(props: { onClose: () => void }) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const client = useQueryClient()
  const keys = createRequestKeys()
  const [title, setTitle] = createSignal('')
  const [body, setBody] = createSignal('')
  const [tags, setTags] = createSignal<readonly string[]>([])
  const keep = useMutation(() => ({
    mutationFn: () => {
      const written = { title: title().trim(), body: body(), tags: [...tags()] }
      return api.creations.write.mutate({ ...written, requestKey: keys.keyFor(written) })
    },
    onSuccess: async (work) => {
      keys.answered()
      void client.invalidateQueries({ queryKey: ['creations'] })
      await navigate({ to: '/publish/new', search: { work: work.id } })
    },
    onError: (cause) => keys.failed(cause),
  }))
  const isReady = () => title().trim() !== '' && body().trim() !== ''
  return (
    <Dialog
      isOpen
      size="lg"
      onClose={() => props.onClose()}
      title={t('publishCompose.ownWords')}
      description={t('publishCompose.ownWordsHint')}
      footer={
        <Button variant="primary" disabled={!isReady()} isPending={keep.isPending} onClick={() => keep.mutate()}>
          {t('publishCompose.ownNext')}
        </Button>
      }
    >
      <div class="flex flex-col gap-4">
        <Refusal error={keep.error} />
        <Field label={t('publishCompose.titleField')} isRequired>
          <TextInput value={title()} onValueChange={setTitle} maxLength={200} />
        </Field>
        <Field label={t('publishCompose.bodyField')} hint={t('publishCompose.ownBodyHint')} isRequired>
          <TextArea rows={10} value={body()} onValueChange={setBody} />
        </Field>
        <Field label={t('publishCompose.tagsField')}>
          <TagsInput
            value={tags()}
            onValueChange={setTags}
            maxItems={20}
            maxLength={60}
            placeholder={t('publishCompose.tagsPlaceholder')}
          />
        </Field>
      </div>
    </Dialog>
  )
}
