import type { FileSpaceDto } from '@mozhou/contracts/files/answers'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { ProgressBar } from '@mozhou/ui/components/progress-bar.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { For, Show } from 'solid-js'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { mySpace } from './queries.ts'
import { useI18n } from './words.ts'

/** How much of a person's space is used, and by what. */
export function SpaceCard() {
  const { t } = useI18n()
  const space = useQuery(() => mySpace())
  return (
    <Card title={t('files.title')}>
      <Loaded query={space}>{(found) => <Space space={found()} />}</Loaded>
    </Card>
  )
}

function Space(props: { space: FileSpaceDto }) {
  const { t, number } = useI18n()
  const bytes = (value: number) => formatBytes(value, number)
  const told = () => t('files.used', bytes(props.space.usedBytes), bytes(props.space.limitBytes))
  return (
    <>
      <p class="text-sm font-medium">{told()}</p>
      <ProgressBar
        kind="meter"
        class="mt-2"
        label={t('files.title')}
        value={props.space.usedBytes}
        max={props.space.limitBytes}
        words={told()}
        isHigh={props.space.usedBytes > props.space.limitBytes * 0.9}
      />
      <dl class="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-3">
        <For each={props.space.purposes.filter(({ files }) => files > 0)}>
          {(row) => (
            <div>
              <dt class="text-xs text-ink-3">{t(`files.purposes.${row.purpose}`)}</dt>
              <dd>
                {bytes(row.bytes)}
                <Show when={!row.isCounted}>
                  <span class="block text-xs text-ink-3">{t('files.endsByItself')}</span>
                </Show>
              </dd>
            </div>
          )}
        </For>
        <Show when={props.space.heldBytes > 0}>
          <div>
            <dt class="text-xs text-ink-3">{t('files.underWay')}</dt>
            <dd>{bytes(props.space.heldBytes)}</dd>
          </div>
        </Show>
        <Show when={props.space.trash.files > 0}>
          <div>
            <dt class="text-xs text-ink-3">{t('files.trashOf', number(props.space.trash.files))}</dt>
            <dd>{bytes(props.space.trash.bytes)}</dd>
          </div>
        </Show>
      </dl>
    </>
  )
}
