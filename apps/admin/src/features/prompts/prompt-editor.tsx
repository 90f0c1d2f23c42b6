import type { PromptVersionDto } from '@mozhou/contracts/prompts/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createSignal, Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { DeleteDraft, PublishPrompt } from './prompt-actions.tsx'
import { usePromptChange } from './use-prompt-change.ts'

interface PromptEditorProps {
  version: PromptVersionDto
  onOpen: (id: string) => void
}

/** One version: a draft to edit, or what was live to read and to begin a draft from. */
export function PromptEditor(props: PromptEditorProps) {
  const may = usePermissions()
  return (
    <Show when={props.version.status === 'draft' && may('prompt:draft')} fallback={<ReadPrompt {...props} />}>
      <EditDraft {...props} />
    </Show>
  )
}

function ReadPrompt(props: PromptEditorProps) {
  const { t } = useI18n()
  const may = usePermissions()
  const copy = usePromptChange({
    run: () =>
      api.prompts.createDraft.mutate({ tool: props.version.tool, systemText: props.version.systemText, note: '' }),
    done: (draft) => t('prompts.newDraftMade', draft.name),
    onDone: (draft) => props.onOpen(draft.id),
  })
  return (
    <Card
      title={<span class="font-mono">{props.version.name}</span>}
      aside={
        <Show when={may('prompt:draft')}>
          <div class="flex flex-wrap gap-2">
            <Show when={props.version.status === 'retired' && may('prompt:publish')}>
              <PublishPrompt version={props.version} />
            </Show>
            <Button size="sm" isPending={copy.isPending} onClick={() => copy.mutate()}>
              {t('prompts.newDraft')}
            </Button>
          </div>
        </Show>
      }
    >
      <div class="text-sm leading-relaxed break-words whitespace-pre-wrap" data-testid="prompt-text">
        {props.version.systemText}
      </div>
    </Card>
  )
}

function EditDraft(props: PromptEditorProps) {
  const { t } = useI18n()
  const may = usePermissions()
  const [text, setText] = createSignal(untrack(() => props.version.systemText))
  const [note, setNote] = createSignal(untrack(() => props.version.note))
  const isChanged = () => text().trim() !== props.version.systemText || note().trim() !== props.version.note
  const save = usePromptChange({
    run: () =>
      api.prompts.updateDraft.mutate({
        promptId: props.version.id,
        systemText: text(),
        note: note(),
        seenAt: props.version.updatedAt,
      }),
    done: () => t('prompts.savedDraft'),
  })
  return (
    <Card
      title={<span class="font-mono">{props.version.name}</span>}
      aside={
        <div class="flex flex-wrap gap-2">
          <DeleteDraft version={props.version} />
          <Show when={may('prompt:publish')}>
            <PublishPrompt version={props.version} isDisabled={isChanged()} />
          </Show>
          <Button
            size="sm"
            variant="primary"
            isPending={save.isPending}
            disabled={!isChanged()}
            onClick={() => save.mutate()}
          >
            {t('prompts.saveDraft')}
          </Button>
        </div>
      }
    >
      <div class="flex flex-col gap-4">
        <Field label={t('prompts.systemText')} isRequired>
          <TextArea rows={18} maxLength={20_000} value={text()} onValueChange={setText} />
        </Field>
        <Field label={t('prompts.note')} hint={t('prompts.noteHint')}>
          <TextInput value={note()} maxLength={200} onValueChange={setNote} />
        </Field>
        <Show when={isChanged()}>
          <Notice tone="info">{t('prompts.unsaved')}</Notice>
        </Show>
      </div>
    </Card>
  )
}
