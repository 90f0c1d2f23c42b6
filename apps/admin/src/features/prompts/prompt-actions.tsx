import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { createSignal } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { usePromptChange } from './use-prompt-change.ts'

/** Publishes a draft, or rolls back to what was live before. */
export function PublishPrompt(props: { version: PromptVersionDto; isDisabled?: boolean }) {
  const { t } = useI18n()
  const [isOpen, setIsOpen] = createSignal(false)
  const isDraft = () => props.version.status === 'draft'
  const publish = usePromptChange({
    run: () => api.prompts.publish.mutate({ promptId: props.version.id, seenAt: props.version.updatedAt }),
    done: (live) => t(isDraft() ? 'prompts.publishDone' : 'prompts.rollBackDone', live.name),
    onDone: () => setIsOpen(false),
  })
  const action = () => t(isDraft() ? 'prompts.publish' : 'prompts.rollBack')
  return (
    <>
      <Button size="sm" disabled={props.isDisabled === true} onClick={() => setIsOpen(true)}>
        {action()}
      </Button>
      <ConfirmDialog
        isOpen={isOpen()}
        onClose={() => setIsOpen(false)}
        title={t(isDraft() ? 'prompts.publishTitle' : 'prompts.rollBackTitle', props.version.name)}
        description={t('prompts.publishHint')}
        action={action()}
        isPending={publish.isPending}
        onConfirm={() => publish.mutate()}
      />
    </>
  )
}

export function DeleteDraft(props: { version: PromptVersionDto }) {
  const { t } = useI18n()
  const [isOpen, setIsOpen] = createSignal(false)
  const remove = usePromptChange({
    run: () => api.prompts.deleteDraft.mutate({ promptId: props.version.id }),
    done: () => t('prompts.deleted'),
    onDone: () => setIsOpen(false),
  })
  return (
    <>
      <Button size="sm" variant="ghost" class="text-danger" onClick={() => setIsOpen(true)}>
        {t('prompts.deleteDraft')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen()}
        onClose={() => setIsOpen(false)}
        isDanger
        title={t('prompts.deleteTitle', props.version.name)}
        description={t('prompts.deleteHint')}
        action={t('prompts.deleteDraft')}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </>
  )
}
