import type { ListedTermInput } from '@mozhou/contracts/platform-rules/inputs'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createMemo, createSignal, For, Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { useWordChange } from './use-word-change.ts'
import { WordDiff } from './word-diff.tsx'
import { readWordLines, writeWordLines } from './word-lines.ts'
import { WordTrial } from './word-trial.tsx'
import { useI18n } from './words.ts'

interface WordEditorProps {
  /** The version in force, and the one that is shown; 0 where there is none. */
  live: number
  opened: number
  held: readonly ListedTermInput[]
  list: readonly ListedTermInput[]
  onSaved?: () => void
}

/** A version of the list as text, what it changes about the one in force, and a box to try it in. */
export function WordEditor(props: WordEditorProps) {
  const { t, number } = useI18n()
  const may = usePermissions()
  const [text, setText] = createSignal(untrack(() => writeWordLines(props.list)))
  const [note, setNote] = createSignal('')
  const read = createMemo(() => readWordLines(text()))
  const held = () => writeWordLines(props.held)
  const written = () => writeWordLines(read().terms)
  const save = useWordChange({
    run: () => api.platformRules.saveWordList.mutate({ terms: read().terms, note: note(), before: props.live }),
    done: (version) => t('platformRules.wordsSaved', number(version)),
    onDone: () => props.onSaved?.(),
  })
  const canSave = () => read().wrong.length === 0 && written() !== held() && note().trim().length > 1
  return (
    <div class="flex min-w-0 flex-col gap-5">
      <Card
        title={props.opened > 0 ? t('platformRules.versionOf', number(props.opened)) : t('platformRules.wordsTitle')}
        aside={
          <Show when={may('platform_rule:write')}>
            <div class="flex flex-wrap gap-2">
              <Show when={props.opened !== props.live}>
                <Restore live={props.live} opened={props.opened} onSaved={() => props.onSaved?.()} />
              </Show>
              <Button
                size="sm"
                variant="primary"
                disabled={!canSave()}
                isPending={save.isPending}
                onClick={() => save.mutate()}
              >
                {t('platformRules.saveWords')}
              </Button>
            </div>
          </Show>
        }
      >
        <div class="flex flex-col gap-4">
          <Field
            label={t('platformRules.wordsText')}
            hint={t('platformRules.wordsHint')}
            aside={t('platformRules.wordCount', number(read().terms.length))}
          >
            <TextArea
              rows={14}
              class="font-mono"
              placeholder={t('platformRules.wordsExample')}
              value={text()}
              onValueChange={setText}
            />
          </Field>
          <Show when={read().wrong.length > 0}>
            <Notice tone="warning">
              <ul>
                <For each={read().wrong.slice(0, 5)}>
                  {(wrong) => (
                    <li class="break-all">
                      {t(
                        'platformRules.wrongLine',
                        number(wrong.line),
                        wrong.text,
                        t(`platformRules.whyWrong.${wrong.why}`),
                      )}
                    </li>
                  )}
                </For>
              </ul>
            </Notice>
          </Show>
          <Show when={may('platform_rule:write')}>
            <Field label={t('platformRules.note')} hint={t('platformRules.noteHint')} isRequired>
              <TextInput value={note()} maxLength={200} onValueChange={setNote} />
            </Field>
          </Show>
          <Refusal error={save.error} />
        </div>
      </Card>
      <Card title={t('platformRules.diff')}>
        <WordDiff held={held()} text={written()} />
      </Card>
      <WordTrial terms={read().terms} />
    </div>
  )
}

function Restore(props: { live: number; opened: number; onSaved: () => void }) {
  const { t, number } = useI18n()
  const [isOpen, setIsOpen] = createSignal(false)
  const restore = useWordChange({
    run: () => api.platformRules.restoreWordList.mutate({ number: props.opened, before: props.live }),
    done: (version) => t('platformRules.wordsSaved', number(version)),
    onDone: () => {
      setIsOpen(false)
      props.onSaved()
    },
  })
  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)}>
        {t('platformRules.restore')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen()}
        onClose={() => setIsOpen(false)}
        title={t('platformRules.restoreTitle', number(props.opened))}
        description={t('platformRules.restoreHint')}
        action={t('platformRules.restore')}
        isPending={restore.isPending}
        onConfirm={() => restore.mutate()}
      >
        <Refusal error={restore.error} />
      </ConfirmDialog>
    </>
  )
}
