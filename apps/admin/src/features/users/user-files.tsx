import type { FileSpaceDto } from '@mozhou/contracts/files/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { spaceOf } from './queries.ts'
import { useI18n } from './words.ts'

/** What somebody's files come to, by what they are for; the files stay with their owner. */
export function UserFiles(props: { userId: string }) {
  const space = useQuery(() => spaceOf(props.userId))
  return (
    <div class="max-w-xl p-4">
      <Loaded query={space}>{(found) => <Space space={found()} />}</Loaded>
    </div>
  )
}

function Space(props: { space: FileSpaceDto }) {
  const { t, number } = useI18n()
  const bytes = (value: number) => formatBytes(value, number)
  const some = (files: number, sum: number) => t('users.files.some', number(files), bytes(sum))
  return (
    <DetailsList
      rows={[
        { label: t('users.files.used'), value: bytes(props.space.usedBytes) },
        { label: t('users.files.limit'), value: bytes(props.space.limitBytes) },
        ...props.space.purposes.map((row) => ({
          label: t(`users.files.purposes.${row.purpose}`),
          value: some(row.files, row.bytes),
        })),
        { label: t('users.files.trash'), value: some(props.space.trash.files, props.space.trash.bytes) },
      ]}
    />
  )
}
