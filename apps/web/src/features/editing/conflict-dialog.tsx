import type { ToolResult } from '@mozhou/contracts/results/section'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'
import { versionsOf } from '../works/queries.ts'
import { VersionDiff } from '../versions/version-diff.tsx'

interface ConflictDialogProps {
  tool: ToolDefinition
  creationId: string
  /** The version that came in between; null closes the dialog. */
  theirsId: string | null
  /** The fields that the person changed; saving puts them over theirs, and that is what is shown. */
  changes: ToolResult
  isPending: boolean
  onKeepMine: (theirsId: string) => void
  onTakeTheirs: () => void
  onClose: () => void
}

/** Both texts, and the person's choice; nothing is lost whichever it is: the other one stays among the versions or on this device. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.theirsId !== null}
      onClose={() => props.onClose()}
      title={t('edit.conflictTitle')}
      description={t('edit.conflictHint')}
      size="xl"
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('edit.goOn')}</Button>
          <Button onClick={() => props.onTakeTheirs()}>{t('edit.takeTheirs')}</Button>
          <Button
            variant="primary"
            isPending={props.isPending}
            onClick={() => props.theirsId !== null && props.onKeepMine(props.theirsId)}
          >
            {t('edit.keepMine')}
          </Button>
        </>
      }
    >
      <Show when={props.theirsId}>
        {(theirsId) => (
          <Both tool={props.tool} creationId={props.creationId} theirsId={theirsId()} changes={props.changes} />
        )}
      </Show>
    </Dialog>
  )
}

function Both(props: { tool: ToolDefinition; creationId: string; theirsId: string; changes: ToolResult }) {
  const { t, number } = useI18n()
  const versions = useQuery(() => ({ ...versionsOf(props.creationId), staleTime: 0 }))
  return (
    <Loaded query={versions}>
      {(list) => (
        <Show when={list().find(({ id }) => id === props.theirsId)}>
          {(theirs) => (
            <VersionDiff
              tool={props.tool}
              before={theirs()}
              beforeLabel={t('edit.theirs', number(theirs().ordinal))}
              after={{ title: theirs().title, result: { ...theirs().result, ...props.changes } }}
              afterLabel={t('edit.mine')}
            />
          )}
        </Show>
      )}
    </Loaded>
  )
}
