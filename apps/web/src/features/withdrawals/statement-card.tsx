import type { StatementDto } from '@mozhou/contracts/withdrawals/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Segmented } from '@mozhou/ui/components/segmented.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { saveFile } from '@mozhou/ui/device/save-file'
import { useMutation } from '@tanstack/solid-query'
import Download from 'lucide-solid/icons/download'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { yearlyStatement } from './queries.ts'
import { useI18n } from './words.ts'

/** A year's payments and what was withheld of them, for one's own tax. */
export function StatementCard() {
  const { t } = useI18n()
  const [year, setYear] = createSignal<number | null>(null)
  const statement = useQuery(() => yearlyStatement(year()))
  return (
    <Card title={t('withdrawals.statement')}>
      <Loaded query={statement}>{(data) => <Year statement={data()} onYear={(chosen) => setYear(chosen)} />}</Loaded>
    </Card>
  )
}

function Year(props: { statement: StatementDto; onYear: (year: number) => void }) {
  const { t, money } = useI18n()
  const years = () => [...new Set([props.statement.year, ...props.statement.years])].toSorted((one, two) => two - one)
  return (
    <div class="flex flex-col gap-4">
      <div class="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          label={t('withdrawals.year')}
          value={String(props.statement.year)}
          onValueChange={(value) => props.onYear(Number(value))}
          options={years().map((year) => ({ value: String(year), label: t('withdrawals.yearOf', String(year)) }))}
        />
        <StatementFile year={props.statement.year} isEmpty={props.statement.payments.length === 0} />
      </div>
      <DetailsList
        rows={[
          { label: t('withdrawals.gross'), value: money(props.statement.grossFen) },
          { label: t('withdrawals.tax'), value: money(props.statement.taxFen) },
          { label: t('withdrawals.net'), value: money(props.statement.netFen) },
        ]}
      />
      <Show
        when={props.statement.payments.length > 0}
        fallback={<p class="text-sm text-ink-3">{t('withdrawals.noPayments')}</p>}
      >
        <Payments payments={props.statement.payments} />
      </Show>
    </div>
  )
}

function Payments(props: { payments: StatementDto['payments'] }) {
  const { t, money, exactTime } = useI18n()
  return (
    <ul class="divide-y divide-line text-sm">
      <For each={props.payments}>
        {(payment) => (
          <li class="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2">
            <span>
              <span class="block">{exactTime(payment.paidAt)}</span>
              <span class="block text-xs text-ink-3">
                {t(`withdrawals.channelOf.${payment.channel}`)} {payment.accountMark}
              </span>
            </span>
            <span class="text-right tabular-nums">
              <span class="block">{money(payment.netFen)}</span>
              <span class="block text-xs text-ink-3">
                {t('withdrawals.ofGross', money(payment.grossFen), money(payment.taxFen))}
              </span>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}

function StatementFile(props: { year: number; isEmpty: boolean }) {
  const { t, error, locale } = useI18n()
  const file = useMutation(() => ({
    mutationFn: () => api.withdrawals.statementCsv.query({ year: props.year, locale: locale() }),
    onSuccess: (answer) => {
      saveFile(answer)
      toastSuccess({ title: t('withdrawals.statementSaved') })
    },
    onError: (cause: unknown) => toastError({ title: error(cause) }),
  }))
  return (
    <Button
      size="sm"
      icon={<Download size={15} aria-hidden="true" />}
      disabled={props.isEmpty}
      isPending={file.isPending}
      onClick={() => file.mutate()}
    >
      {t('withdrawals.statementCsv')}
    </Button>
  )
}
