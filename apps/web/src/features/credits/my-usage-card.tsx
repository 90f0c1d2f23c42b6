import type { MyUsageDto } from '@mozhou/contracts/models/usage-answers'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import ChartColumn from 'lucide-solid/icons/chart-column'
import { createSignal, For, Show } from 'solid-js'
import { useI18n } from './words.ts'
import { writingTools } from '../works/queries.ts'
import { myUsage } from './queries.ts'

const spans = ['7', '30', '90'] as const
type Span = (typeof spans)[number]

const shanghaiOffsetMs = 8 * 3_600_000
const dayAt = (ms: number) => new Date(ms + shanghaiOffsetMs).toISOString().slice(0, 10)

/** What a person's texts took of the models, by tool and by day. */
export function MyUsageCard() {
  const { t } = useI18n()
  const [days, setDays] = createSignal<Span>('7')
  const [by, setBy] = createSignal<'tool' | 'day'>('tool')
  const now = Date.now()
  const usage = useQuery(() => myUsage({ from: dayAt(now - (Number(days()) - 1) * 86_400_000), to: dayAt(now) }))
  return (
    <Card
      title={t('credits.usage')}
      description={t('credits.usageHint')}
      icon={<ChartColumn size={17} aria-hidden="true" />}
      aside={
        <div class="flex flex-wrap gap-2">
          <div class="w-52">
            <Segmented
              label={t('credits.usageSpan')}
              value={days()}
              onValueChange={setDays}
              options={spans.map((value) => ({ value, label: t('credits.usageDays', value) }))}
            />
          </div>
          <div class="w-36">
            <Segmented
              label={t('credits.usageBy')}
              value={by()}
              onValueChange={setBy}
              options={[
                { value: 'tool', label: t('credits.byTool') },
                { value: 'day', label: t('credits.byDay') },
              ]}
            />
          </div>
        </div>
      }
      isFlush
    >
      <Loaded query={usage}>{(data) => <UsageTable usage={data()} by={by()} />}</Loaded>
    </Card>
  )
}

function UsageTable(props: { usage: MyUsageDto; by: 'tool' | 'day' }) {
  const { t, number, pick } = useI18n()
  const rows = () => (props.by === 'tool' ? props.usage.byTool : props.usage.byDay.toReversed())
  const tools = useQuery(() => writingTools())
  const name = (key: string) => {
    const tool = tools.data?.find((candidate) => candidate.key === key)
    return tool ? pick(tool.title) : key
  }
  return (
    <Show when={props.usage.total.calls > 0} fallback={<p class="p-4 text-sm text-ink-2">{t('credits.usageEmpty')}</p>}>
      <table class="w-full text-sm">
        <caption class="sr-only">{t('credits.usage')}</caption>
        <thead class="bg-sunken text-xs text-ink-2">
          <tr>
            <th scope="col" class="px-4 py-2 text-left font-medium">
              {t(props.by === 'tool' ? 'credits.byTool' : 'credits.byDay')}
            </th>
            <th scope="col" class="px-4 py-2 text-right font-medium">
              {t('credits.usageCalls')}
            </th>
            <th scope="col" class="px-4 py-2 text-right font-medium">
              {t('credits.usageTokens')}
            </th>
          </tr>
        </thead>
        <tbody class="divide-y divide-line">
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row" class="px-4 py-2 text-left font-normal">
                  {name(row.key)}
                </th>
                <td class="px-4 py-2 text-right tabular-nums">{number(row.calls)}</td>
                <td class="px-4 py-2 text-right tabular-nums">
                  {number(row.inputTokens)} / {number(row.outputTokens)}
                </td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot class="border-t border-line font-medium">
          <tr>
            <th scope="row" class="px-4 py-2 text-left font-medium">
              {t('credits.usageTotal')}
            </th>
            <td class="px-4 py-2 text-right tabular-nums">{number(props.usage.total.calls)}</td>
            <td class="px-4 py-2 text-right tabular-nums">
              {number(props.usage.total.inputTokens)} / {number(props.usage.total.outputTokens)}
            </td>
          </tr>
        </tfoot>
      </table>
    </Show>
  )
}
