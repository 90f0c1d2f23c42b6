import type { CreationDto, VersionDto } from '@mozhou/contracts/creations/answers'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import { createSignal, For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { ResultSections } from '../works/result-sections.tsx'
import { api } from '../../api.ts'
import { creationsKey, versionsOf } from '../works/queries.ts'
import { VersionDiff } from './version-diff.tsx'

interface VersionsPanelProps {
  creation: CreationDto
  tool: ToolDefinition
}

export function VersionsPanel(props: VersionsPanelProps) {
  const { t } = useI18n()
  const restore = useRestore(() => props.creation)
  const versions = useQuery(() => versionsOf(props.creation.id))
  const [viewed, setViewed] = createSignal<VersionDto | null>(null)
  const [compared, setCompared] = createSignal<VersionDto | null>(null)
  return (
    <Loaded query={versions}>
      {(list) => (
        <Show when={list().length > 0} fallback={<EmptyState title={t('creations.versionsEmpty')} />}>
          <p class="px-4 pt-4 text-xs text-ink-3 sm:px-6">{t('creations.versionsHint')}</p>
          <ul class="divide-y divide-line px-4 sm:px-6">
            <For each={list()}>
              {(version) => (
                <VersionRow
                  version={version}
                  isCurrent={version.id === props.creation.currentVersion?.id}
                  canCompare={list().length > 1}
                  isRestoring={restore.isPending && restore.variables === version.id}
                  onRestore={() => restore.mutate(version.id)}
                  onView={() => setViewed(version)}
                  onCompare={() => setCompared(version)}
                />
              )}
            </For>
          </ul>
          <VersionDialog tool={props.tool} version={viewed()} onClose={() => setViewed(null)} />
          <CompareDialog tool={props.tool} versions={list()} after={compared()} onClose={() => setCompared(null)} />
        </Show>
      )}
    </Loaded>
  )
}

function useRestore(creation: () => CreationDto) {
  const { t, number, error } = useI18n()
  const queryClient = useQueryClient()
  return useMutation(() => ({
    mutationFn: (versionId: string): Promise<VersionDto> =>
      api.creations.restore.mutate({
        creationId: creation().id,
        versionId,
        baseVersionId: creation().currentVersion?.id ?? versionId,
      }),
    onSuccess: (version) => toastSuccess({ title: t('library.versionRestored', number(version.ordinal)) }),
    onError: (cause) => toastError({ title: error(cause) }),
    // After a conflict too: another version has come, and it should be seen.
    onSettled: () => queryClient.invalidateQueries({ queryKey: creationsKey }),
  }))
}

interface VersionRowProps {
  version: VersionDto
  isCurrent: boolean
  canCompare: boolean
  isRestoring: boolean
  onRestore: () => void
  onView: () => void
  onCompare: () => void
}

function VersionRow(props: VersionRowProps) {
  const { t, number, time, exactTime } = useI18n()
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div class="min-w-0 flex-1 basis-60">
        <p class="flex flex-wrap items-center gap-2 text-sm font-medium">
          {t('creations.version', number(props.version.ordinal))} · {t(`creations.versionKinds.${props.version.kind}`)}
          <Show when={props.isCurrent}>
            <Badge tone="accent">{t('creations.currentVersion')}</Badge>
          </Show>
          <Show when={props.version.isPartial}>
            <Badge>{t('creations.partial')}</Badge>
          </Show>
          <Show when={props.version.isIncomplete && !props.version.isPartial}>
            <Badge tone="warning">{t('creations.incomplete')}</Badge>
          </Show>
        </p>
        <p class="truncate text-xs text-ink-3" title={exactTime(props.version.createdAt)}>
          {t('writing.words', number(props.version.wordCount))} ·{' '}
          <Show when={props.version.model}>{(model) => <>{model()} · </>}</Show>
          {time(props.version.createdAt)}
        </p>
      </div>
      <div class="flex gap-2">
        <Button size="sm" onClick={() => props.onView()}>
          {t('creations.view')}
        </Button>
        <Show when={props.canCompare}>
          <Button size="sm" onClick={() => props.onCompare()}>
            {t('creations.compare')}
          </Button>
        </Show>
        <Show when={!props.isCurrent}>
          <Button size="sm" isPending={props.isRestoring} onClick={() => props.onRestore()}>
            {t('library.restoreVersion')}
          </Button>
        </Show>
      </div>
    </li>
  )
}

function VersionDialog(props: { tool: ToolDefinition; version: VersionDto | null; onClose: () => void }) {
  const { t, number } = useI18n()
  return (
    <Dialog
      isOpen={props.version !== null}
      onClose={() => props.onClose()}
      size="lg"
      title={t('creations.version', number(props.version?.ordinal ?? 0))}
    >
      <Show when={props.version}>{(version) => <ResultSections tool={props.tool} result={version().result} />}</Show>
    </Dialog>
  )
}

interface CompareDialogProps {
  tool: ToolDefinition
  versions: VersionDto[]
  after: VersionDto | null
  onClose: () => void
}

function CompareDialog(props: CompareDialogProps) {
  const { t, number } = useI18n()
  const [chosenId, setChosenId] = createSignal<string | null>(null)
  const others = () => props.versions.filter((version) => version.id !== props.after?.id)
  const before = () =>
    others().find((version) => version.id === chosenId()) ??
    others().find((version) => version.ordinal < (props.after?.ordinal ?? 0)) ??
    others()[0]
  return (
    <Dialog
      isOpen={props.after !== null}
      onClose={() => props.onClose()}
      size="xl"
      title={t('creations.compareTitle', number(before()?.ordinal ?? 0), number(props.after?.ordinal ?? 0))}
    >
      <div class="mb-4 max-w-60">
        <Select
          label={t('creations.compareWith')}
          value={before()?.id ?? ''}
          onValueChange={setChosenId}
          options={others().map((version) => ({
            value: version.id,
            label: t('creations.version', number(version.ordinal)),
            description: t(`creations.versionKinds.${version.kind}`),
          }))}
        />
      </div>
      <Show when={before()}>
        {(from) => (
          <Show when={props.after}>
            {(to) => (
              <VersionDiff
                tool={props.tool}
                before={from()}
                beforeLabel={t('creations.version', number(from().ordinal))}
                after={to()}
                afterLabel={t('creations.version', number(to().ordinal))}
              />
            )}
          </Show>
        )}
      </Show>
    </Dialog>
  )
}
