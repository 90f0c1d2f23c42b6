import type { CreditedDto } from '@mozhou/contracts/reconciliation/answers'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { For, Show } from 'solid-js'
import { credited } from './queries.ts'
import { useI18n } from './words.ts'

const checks = ['withoutEntry', 'withoutPeriod', 'withoutPayment', 'unpaidWithPayment'] as const

/** Paid means credited, in numbers that are all to be zero. */
export function CreditedCard() {
  const answer = useQuery(() => credited())
  return <Loaded query={answer}>{(loaded) => <Verdict answer={loaded()} />}</Loaded>
}

function Verdict(props: { answer: CreditedDto }) {
  const { t, number, date } = useI18n()
  const failed = () => checks.filter((check) => props.answer[check] > 0)
  return (
    <Show
      when={failed().length === 0}
      fallback={
        <Notice tone="danger" title={t('reconciliation.creditedFailed')}>
          <ul>
            <For each={failed()}>
              {(check) => <li>{t(`reconciliation.checks.${check}`, number(props.answer[check]))}</li>}
            </For>
          </ul>
        </Notice>
      }
    >
      <Notice tone="success" title={t('reconciliation.creditedTitle')}>
        {t('reconciliation.creditedHint', date(props.answer.since), number(props.answer.orders))}
      </Notice>
    </Show>
  )
}
