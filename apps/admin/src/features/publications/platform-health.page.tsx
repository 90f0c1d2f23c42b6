import type { PlatformHealthDto } from '@mozhou/contracts/publications/operator-answers'
import { platforms } from '@mozhou/platforms/platforms'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { For, Show } from 'solid-js'
import { AccountsCard } from './accounts-card.tsx'
import { platformHealthMenu } from './menu.ts'
import { platformHealth } from './queries.ts'
import { useI18n } from './words.ts'

type Health = PlatformHealthDto['platforms'][number]

/** How each platform has done in the last day, and the accounts that need their people. */
export function PlatformHealthPage() {
  const { t, pick, exactTime } = useI18n()
  const health = useQuery(() => platformHealth())
  return (
    <Page title={pick(platformHealthMenu.title)} subtitle={t('publications.healthSubtitle')}>
      <div class="flex flex-col gap-4">
        <Loaded query={health}>
          {(data) => (
            <Card isFlush title={t('publications.asOf', exactTime(data().asOf))}>
              <HealthTable rows={data().platforms} />
            </Card>
          )}
        </Loaded>
        <AccountsCard />
      </div>
    </Page>
  )
}

const worryingPercent = 10
const badPercent = 30

function HealthTable(props: { rows: readonly Health[] }) {
  const { t, pick, number } = useI18n()
  const heads = () =>
    (
      [
        'accounts',
        'unusable',
        'lapsing',
        'submissions',
        'errors',
        'refused',
        'unknown',
        'quota',
        'published',
        'removed',
      ] as const
    ).map((key) => t(`publications.${key}`))
  const tone = (percent: number) => {
    if (percent >= badPercent) return 'danger'
    return percent >= worryingPercent ? 'warning' : 'success'
  }
  return (
    <div class="overflow-x-auto" tabindex="0" role="region" aria-label={pick(platformHealthMenu.title)}>
      <table class="w-full min-w-max text-sm">
        <thead class="text-xs text-ink-3">
          <tr>
            <th scope="col" class="px-4 py-2 text-left font-medium">
              {t('publications.platform')}
            </th>
            <For each={heads()}>
              {(head) => (
                <th scope="col" class="px-3 py-2 text-right font-medium">
                  {head}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody class="divide-y divide-line border-t border-line tabular-nums">
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row" class="px-4 py-2.5 text-left font-medium">
                  {pick(platforms[row.platform].name)}{' '}
                  <Show when={row.isSandbox}>
                    <Badge tone="warning">{t('publications.sandbox')}</Badge>
                  </Show>
                </th>
                <Cell value={row.accounts} />
                <Cell value={row.unusableAccounts} isWorrying />
                <Cell value={row.lapsing} isWorrying />
                <Cell value={row.attempts} />
                <td class="px-3 py-2.5 text-right">
                  <Show when={row.errorPercent !== null} fallback="—">
                    <Badge tone={tone(row.errorPercent ?? 0)}>
                      {t('publications.errorsOf', number(row.errorPercent ?? 0))}
                    </Badge>
                  </Show>
                </td>
                <Cell value={row.refused} />
                <Cell value={row.unknown} isWorrying />
                <Cell value={row.quotaUsedUp} isWorrying />
                <Cell value={row.published} />
                <Cell value={row.removed} isWorrying />
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function Cell(props: { value: number; isWorrying?: boolean }) {
  const { number } = useI18n()
  return (
    <td
      class="px-3 py-2.5 text-right"
      classList={{ 'font-medium text-warning': props.isWorrying === true && props.value > 0 }}
    >
      {number(props.value)}
    </td>
  )
}
