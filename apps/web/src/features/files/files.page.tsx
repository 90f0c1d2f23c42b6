import { useInfiniteQuery, useQuery } from '@mozhou/ui/api/use-query'
import { useCrumb } from '@mozhou/ui/app/crumb'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { FileGrid } from './file-grid.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { filesKey, myFiles, mySpace } from './queries.ts'
import { giveUpUpload, sendUpload } from './send-upload.ts'
import { SpaceCard } from './space-card.tsx'
import { UnfinishedUploads } from './unfinished-uploads.tsx'
import { UploadArea } from './upload-area.tsx'
import { createUploads } from './uploads.ts'
import { useFileActions } from './use-file-actions.ts'
import { useI18n } from './words.ts'

type Shown = 'mine' | 'trash'

export function FilesPage() {
  const { t } = useI18n()
  useCrumb(() => t('files.title'))
  const client = useQueryClient()
  const [shown, setShown] = createSignal<Shown>('mine')
  const uploads = createUploads({
    send: sendUpload,
    giveUp: (file) => giveUpUpload(file).then(() => client.invalidateQueries({ queryKey: filesKey })),
    renewSession: () => api.auth.me.query(),
    onTaken: (file) => {
      toastSuccess({ title: t('files.uploaded', file.name) })
      void client.invalidateQueries({ queryKey: filesKey })
    },
  })
  return (
    <Page title={t('files.title')} subtitle={t('files.hint')}>
      <div class="flex flex-col gap-5">
        <SpaceCard />
        <UploadArea uploads={uploads} />
        <UnfinishedUploads uploads={uploads} />
        <div class="flex flex-wrap items-center justify-between gap-3">
          <Segmented<Shown>
            label={t('files.title')}
            value={shown()}
            onValueChange={setShown}
            options={[
              { value: 'mine', label: t('files.mine') },
              { value: 'trash', label: t('files.trash') },
            ]}
          />
          <Show when={shown() === 'trash'}>
            <EmptyTrash />
          </Show>
        </div>
        <FileList isTrashed={shown() === 'trash'} />
      </div>
    </Page>
  )
}

function FileList(props: { isTrashed: boolean }) {
  const { t } = useI18n()
  const files = useInfiniteQuery(() => myFiles(props.isTrashed))
  return (
    <Loaded query={files}>
      {(found) => {
        const rows = () => found().pages.flatMap(({ items }) => items)
        return (
          <Show
            when={rows().length > 0}
            fallback={
              <EmptyState
                title={props.isTrashed ? t('files.trashEmpty') : t('files.empty')}
                description={props.isTrashed ? t('files.trashEmptyHint') : t('files.emptyHint')}
              />
            }
          >
            <FileGrid files={rows()} />
            <Show when={files.hasNextPage}>
              <div class="text-center">
                <Button isPending={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
                  {t('files.loadMore')}
                </Button>
              </div>
            </Show>
          </Show>
        )
      }}
    </Loaded>
  )
}

/** Asked once: it cannot be undone. */
function EmptyTrash() {
  const { t, number } = useI18n()
  const space = useQuery(() => mySpace())
  const { empty } = useFileActions()
  const [isAsking, setIsAsking] = createSignal(false)
  const trash = () => space.data?.trash ?? { files: 0, bytes: 0 }
  return (
    <Show when={trash().files > 0}>
      <Button onClick={() => setIsAsking(true)}>{t('files.emptyTrash')}</Button>
      <ConfirmDialog
        isOpen={isAsking()}
        onClose={() => setIsAsking(false)}
        title={t('files.emptyTrashAsk')}
        description={t('files.emptyTrashHint', number(trash().files), formatBytes(trash().bytes, number))}
        action={t('files.emptyTrash')}
        isDanger
        isPending={empty.isPending}
        onConfirm={() => empty.mutate(undefined, { onSuccess: () => setIsAsking(false) })}
      />
    </Show>
  )
}
