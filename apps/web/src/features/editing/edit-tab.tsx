import type { CreationDto, VersionDto } from '@mozhou/contracts/creations/answers'
import { resultWords } from '@mozhou/contracts/tools/checks'
import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { countWords } from '@mozhou/text/count-words'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { toastsAbove } from '@mozhou/ui/components/toasts-above'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show, untrack } from 'solid-js'
import { useI18n } from './words.ts'
import { creationsKey } from '../works/queries.ts'
import { useCost } from '../works/use-cost.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { EditField } from './edit-field.tsx'
import type { RewriteSubject } from './rewrite-dialog.tsx'
import { RewriteDialog } from './rewrite-dialog.tsx'
import { createEditState } from './use-edit-state.ts'
import { useSaveEdit } from './use-save-edit.ts'
import { WaitingRewrites } from './waiting-rewrites.tsx'

interface EditTabProps {
  tool: ToolDefinition
  creation: CreationDto
  version: VersionDto
  /** The text is stored, or there was nothing to store. */
  onSaved: () => void
}

/** Every section as something to type into. What is typed stays on this device until it is saved as a version of its own. */
export function EditTab(props: EditTabProps) {
  const { t, number } = useI18n()
  const client = useQueryClient()
  const cost = useCost()
  // A newer version that comes in meanwhile must not take the form from under the person's hands.
  const state = untrack(() => createEditState(props.tool, props.creation.id, props.version))
  const [rewrite, setRewrite] = createSignal<RewriteSubject | null>(null)
  const isDirty = () => Object.keys(state.changes()).length > 0
  const saved = (version: VersionDto) => {
    state.forget()
    toastSuccess({ title: t('edit.saved', number(version.ordinal)) })
    props.onSaved()
  }
  const save = useSaveEdit(() => props.creation.id, saved)
  const send = (baseVersionId: string, result: ToolResult = state.changes()) => save.press({ baseVersionId, result })
  return (
    <div class="flex flex-col gap-5 p-4 sm:p-6">
      <WaitingRewrites creationId={props.creation.id} onOpen={setRewrite} />
      <Show when={state.hasRestoredDraft()}>
        <Notice
          tone="info"
          action={
            <Button size="sm" onClick={() => state.discard()}>
              {t('edit.discard')}
            </Button>
          }
        >
          {t('edit.restored')}
        </Notice>
      </Show>
      <Show when={state.isWithTabAlone()}>
        <Notice
          tone="warning"
          title={t('edit.otherTab')}
          action={
            <Button size="sm" onClick={() => state.keepHere()}>
              {t('edit.keepHere')}
            </Button>
          }
        >
          {t('edit.otherTabHint')}
        </Notice>
      </Show>
      <For each={props.tool.sections}>
        {(section) => (
          <EditField
            section={section}
            value={state.result()[section.field] ?? ''}
            onChange={(value) => state.set(section.field, value)}
            rewriteLabel={t('edit.rewrite', cost.words())}
            isRewriteBarred={isDirty()}
            onRewrite={(selection) => setRewrite({ field: section.field, ...selection })}
          />
        )}
      </For>
      <Show when={isDirty()}>
        <p class="text-xs text-ink-3">{t('edit.saveFirst')}</p>
      </Show>
      <Refusal error={save.refusal()} title={t('edit.notSaved')} />
      <div
        ref={toastsAbove}
        class="sticky bottom-0 -mx-4 -mb-4 flex flex-wrap items-center justify-between gap-3 border-t border-line bg-surface px-4 py-3 sm:-mx-6 sm:-mb-6 sm:px-6"
      >
        <span class="text-sm text-ink-2 tabular-nums">
          {t('writing.words', number(resultWords(props.tool, state.result(), countWords)))}
          <Show when={isDirty()}>
            <span class="ml-3 text-xs text-ink-3">{t(state.isWithTabAlone() ? 'edit.inTab' : 'edit.onDevice')}</span>
          </Show>
        </span>
        <Button
          variant="primary"
          disabled={!isDirty()}
          isPending={save.isPending()}
          onClick={() => send(state.baseVersionId())}
        >
          {t('edit.save')}
        </Button>
      </div>
      <ConflictDialog
        tool={props.tool}
        creationId={props.creation.id}
        theirsId={save.conflict()}
        changes={state.changes()}
        isPending={save.isPending()}
        onKeepMine={(theirsId) => send(theirsId)}
        onTakeTheirs={() => {
          state.forget()
          save.clear()
          void client.invalidateQueries({ queryKey: creationsKey })
          props.onSaved()
        }}
        onClose={() => save.clear()}
      />
      <RewriteDialog
        creationId={props.creation.id}
        baseVersionId={state.baseVersionId()}
        subject={rewrite()}
        isAcceptBarred={isDirty()}
        onAccepted={saved}
        onClose={() => setRewrite(null)}
      />
    </div>
  )
}
