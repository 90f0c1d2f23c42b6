import type { UserDeletionDto, UserDeletionsDto } from '@mozhou/contracts/account-deletion/answers'
import { removedThings } from '@mozhou/contracts/account-deletion/kinds'
import type { UserDetailDto } from '@mozhou/contracts/accounts/admin-answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { For, Show } from 'solid-js'
import { PersonLink } from '../accounts/person-link.tsx'
import { deletionsOf } from './queries.ts'
import { useI18n } from './words.ts'

/** What would be in the way of a deletion now, and what became of each that was asked for. */
export function UserDeletion(props: { user: UserDetailDto }) {
  const deletions = useQuery(() => deletionsOf(props.user.id))
  return (
    <Loaded query={deletions}>
      {(loaded) => (
        <div class="flex max-w-2xl flex-col gap-4 p-4">
          <Show when={props.user.status !== 'deleted'}>
            <InTheWay hindrances={loaded().preview.hindrances} />
          </Show>
          <Deletions deletions={loaded().deletions} />
        </div>
      )}
    </Loaded>
  )
}

function InTheWay(props: { hindrances: UserDeletionsDto['preview']['hindrances'] }) {
  const { t } = useI18n()
  return (
    <Show
      when={props.hindrances.length > 0}
      fallback={<p class="text-sm text-ink-2">{t('users.deletion.nothingInTheWay')}</p>}
    >
      <Notice tone="warning" title={t('users.deletion.inTheWay')}>
        <ul class="list-disc pl-5">
          <For each={props.hindrances}>{(kind) => <li>{t(`users.deletion.hindrances.${kind}`)}</li>}</For>
        </ul>
      </Notice>
    </Show>
  )
}

function Deletions(props: { deletions: UserDeletionDto[] }) {
  const { t } = useI18n()
  return (
    <For each={props.deletions} fallback={<p class="text-sm text-ink-3">{t('users.deletion.none')}</p>}>
      {(deletion) => <Deletion deletion={deletion} />}
    </For>
  )
}

function Deletion(props: { deletion: UserDeletionDto }) {
  const { t, number, exactTime } = useI18n()
  const left = () => {
    const { credits, works, files, fileBytes, memberUntil } = props.deletion.lost
    const parts = [t('users.deletion.leftOf', number(credits), number(works))]
    if (files > 0) parts.push(t('users.deletion.filesLeft', number(files), formatBytes(fileBytes, number)))
    return [...parts, ...(memberUntil === null ? [] : [t('users.deletion.memberUntil', exactTime(memberUntil))])].join(
      ' · ',
    )
  }
  const removed = () =>
    removedThings
      .flatMap((thing) => {
        const count = props.deletion.counts[thing] ?? 0
        const told = thing === 'file_bytes' ? formatBytes(count, number) : number(count)
        return count > 0 ? [`${t(`users.deletion.things.${thing}`)} ${told}`] : []
      })
      .join(' · ')
  const waits = () => props.deletion.hindrances.map((kind) => t(`users.deletion.hindrances.${kind}`)).join(' · ')
  return (
    <section class="flex flex-col gap-2">
      <div>
        <Badge>{t(`users.deletion.statuses.${props.deletion.status}`)}</Badge>
      </div>
      <DetailsList
        rows={[
          {
            label: t('users.deletion.by'),
            value: (
              <Show when={props.deletion.startedBy} fallback={t('users.deletion.bySelf')}>
                {(operator) => <PersonLink person={operator()} />}
              </Show>
            ),
          },
          { label: t('users.deletion.reason'), value: props.deletion.reason ?? '—' },
          { label: t('users.deletion.asked'), value: exactTime(props.deletion.createdAt) },
          { label: t('users.deletion.due'), value: exactTime(props.deletion.dueAt) },
          { label: t('users.deletion.left'), value: left() },
          { label: t('users.deletion.waits'), value: waits() || '—' },
          { label: t('users.deletion.removed'), value: removed() || '—' },
          {
            label: t('users.deletion.ended'),
            value: props.deletion.endedAt === null ? '—' : exactTime(props.deletion.endedAt),
          },
        ]}
      />
    </section>
  )
}
